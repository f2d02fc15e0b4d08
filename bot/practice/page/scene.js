// A scene is one message, window or Home tab with things to use in it. It knows what was typed but not yet sent, sends in order,
// and marks the element where Slack would show a warning sign.

import * as api from "./api.js";
import { freshId, h, icon, toast } from "./dom.js";
import { confirmed } from "./dialogs.js";

const STATE_KEYS = [
  "selected_option", "selected_options", "selected_user", "selected_users", "selected_channel", "selected_channels",
  "selected_conversation", "selected_conversations", "selected_date", "selected_time", "selected_date_time", "rich_text_value", "value", "files",
];
const INITIAL_KEYS = [
  "initial_option", "initial_options", "initial_user", "initial_users", "initial_channel", "initial_channels", "initial_conversation",
  "initial_conversations", "initial_date", "initial_time", "initial_date_time", "initial_value",
];

/** Where a press went wrong, until the next press there: "place/block/action" -> the sentence Slack shows. */
const failures = new Map();

const firstOf = (keys, object) => object[keys.find((key) => key in object)];

export class Scene {
  /** `place` names it to the server ({channel, ts}, {view} or {home: true}); `values` is what the server holds. */
  constructor(place, town, { values = {}, errors = {}, submit = null, redraw = () => {} } = {}) {
    Object.assign(this, { place, town, values, errors, submit, redraw });
    this.recent = new Map();
    this.timers = new Map();
    this.chain = Promise.resolve();
  }

  /** What an element holds: typed here a moment ago, else kept by the server, else its initial value. */
  valueOf(block, element) {
    const recent = this.recent.get(`${block.block_id}/${element.action_id}`);
    if (recent && Date.now() - recent.at < 3000) return recent.value;
    const state = this.values?.[block.block_id]?.[element.action_id];
    return state ? firstOf(STATE_KEYS, state) : firstOf(INITIAL_KEYS, element);
  }

  remember(block, element, value) {
    this.recent.set(`${block.block_id}/${element.action_id}`, { value, at: Date.now() });
  }

  send(verb, what) {
    const sent = this.chain.then(() => api.act(verb, this.town.me.id, { ...this.place, ...what }));
    this.chain = sent.catch(() => {});
    return sent;
  }

  fill(block, element, value) {
    return this.send("fill", { block_id: block.block_id, action_id: element.action_id, value }).catch((problem) => toast(problem.message));
  }

  later(block, element, value, send, delay) {
    const key = `${block.block_id}/${element.action_id}`;
    clearTimeout(this.timers.get(key)?.timer);
    const run = () => {
      this.timers.delete(key);
      return send(value);
    };
    this.timers.set(key, { run, timer: setTimeout(run, delay) });
  }

  /** Sends whatever was typed and is still waiting. */
  async flush() {
    for (const { run, timer } of [...this.timers.values()]) {
      clearTimeout(timer);
      run();
    }
    await this.chain;
  }

  /** Everything an element's drawing needs to reach the server. */
  use(block, element, frame, input = null) {
    const label = input ? input.label.text : element.placeholder?.text ?? element.action_id ?? element.type;
    const described = input
      ? { id: freshId("field"), "aria-describedby": input.describedby, "aria-invalid": input.invalid ? "true" : null, "aria-required": input.optional ? null : "true" }
      : { "aria-label": label };
    const sends = !input || input.dispatch_action === true;
    const press = async (value, url, enter) => {
      if (element.confirm && !(await confirmed(element.confirm, this.town, frame()))) return this.redraw();
      if (url) window.open(url, "_blank", "noopener,noreferrer");
      return this.press(block, element, value, enter, frame());
    };
    return {
      key: `${block.block_id}/${element.action_id}`, label, described, input, town: this.town, press,
      value: this.valueOf(block, element),
      clearable: !input || input.optional === true,
      submit: this.submit,
      change: (value, raw) => {
        this.remember(block, element, keep(value, raw, element));
        return sends ? press(value) : this.fill(block, element, value);
      },
      typing: (value, dispatches) => {
        this.remember(block, element, value);
        if (dispatches) this.later(block, element, value, (text) => this.press(block, element, text, false, frame()), 500);
        else this.later(block, element, value, (text) => this.fill(block, element, text), 250);
      },
      suggest: (text) => this.send("suggest", { block_id: block.block_id, action_id: element.action_id, text }),
    };
  }

  failureKey(block, element) {
    return JSON.stringify([this.town.me.id, this.place, block.block_id, element.action_id]);
  }

  /** The warning sign this element carries, if its last press went wrong. */
  failure(block, element) {
    const sentence = failures.get(this.failureKey(block, element));
    return sentence ? h("span", { class: "failed", role: "alert", title: sentence }, icon("warn"), h("span", {}, sentence)) : "";
  }

  fails(block, element, sentence, frame) {
    failures.set(this.failureKey(block, element), sentence);
    if (frame?.isConnected) frame.append(this.failure(block, element));
    else this.redraw();
  }

  /** Presses, with the element marked busy meanwhile and marked with a warning sign if Slack would show one. */
  async press(block, element, value, enter, frame) {
    await this.flush();
    frame?.classList.add("busy");
    failures.delete(this.failureKey(block, element));
    frame?.querySelector(".failed")?.remove();
    try {
      const what = { block_id: block.block_id, action_id: element.action_id };
      if (value !== null && value !== undefined) what.value = value;
      else if (element.type !== "button" && element.type !== "icon_button") what.value = null;
      if (enter) what.enter = true;
      const result = await this.send("press", what);
      if (!result.ok) this.fails(block, element, result.shown ?? result.error, frame);
      return result;
    } catch (problem) {
      this.fails(block, element, problem.message, frame);
      return null;
    } finally {
      frame?.classList.remove("busy");
    }
  }
}

function keep(value, raw, element) {
  const options = raw?.map?.((choice) => choice.option ?? choice) ?? value;
  if (/static_select|external_select|checkboxes|radio_buttons/.test(element.type)) {
    return /^multi_|checkboxes/.test(element.type) ? options : options?.[0] ?? null;
  }
  return value;
}
