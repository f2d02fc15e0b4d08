// Block Kit's interactive elements. Each drawing function gets the element and `use`, its way to the server:
// {key, label, value, described, town, input, change(value), press(value?), suggest(text)}.

import * as api from "./api.js";
import { freshId, h, icon, toast } from "./dom.js";
import { menuButton } from "./menus.js";
import { plain, textObject, unescape } from "./mrkdwn.js";
import { picker } from "./picker.js";
import { fromLocalField, toLocalField } from "./time.js";

const words = (object) => unescape(object.text);

function button(element, use) {
  const label = element.accessibility_label;
  const drawn = h("button", {
    type: "button", class: `button ${element.style ?? ""}`, "aria-label": label, "data-key": use.key,
    onclick: () => use.press(null, element.url),
  }, plain(element.text.text), element.url ? h("span", { class: "away", "aria-hidden": "true" }, " ↗") : null);
  return drawn;
}

function overflow(element, use) {
  const entries = () => element.options.map((option) => ({
    label: words(option.text), hint: option.description && words(option.description),
    run: () => use.press(option.value, option.url),
  }));
  return menuButton(icon("more"), "More options", entries, { class: "button overflow", "data-key": use.key });
}

function field(type) {
  return (element, use) => {
    const start = type === "datetime-local" && use.value ? toLocalField(use.value, use.town.me.tz) : use.value;
    const drawn = h("input", { type, class: "text-field", value: start ?? "", "data-key": use.key, ...use.described });
    const read = () => (type === "datetime-local" && drawn.value ? fromLocalField(drawn.value, use.town.me.tz) : drawn.value || null);
    // A date typed digit by digit is complete many times on the way: in a message it counts when the field is left.
    let sent = drawn.value;
    const settle = () => {
      if (drawn.value === sent) return;
      sent = drawn.value;
      use.change(read());
    };
    drawn.addEventListener(use.input ? "input" : "blur", settle);
    drawn.addEventListener("keydown", (event) => event.key === "Enter" && settle());
    return drawn;
  };
}

function choices(kind) {
  return (element, use) => {
    const many = kind === "checkbox";
    const chosen = new Set((many ? use.value ?? [] : use.value ? [use.value] : []).map((option) => option.value));
    const name = freshId("choice");
    const rows = element.options.map((option, index) => {
      const id = freshId("box");
      const box = h("input", { type: kind, name, id, checked: chosen.has(option.value), "data-key": `${use.key}/${index}` });
      box.addEventListener("change", () => {
        if (!many) chosen.clear();
        if (box.checked) chosen.add(option.value);
        else chosen.delete(option.value);
        const picked = element.options.filter((one) => chosen.has(one.value));
        use.change(many ? picked.map((one) => one.value) : picked[0]?.value ?? null, picked);
      });
      const hint = option.description ? h("small", { id: `${id}-hint` }, textObject(option.description, use.town)) : null;
      if (hint) box.setAttribute("aria-describedby", `${id}-hint`);
      return h("div", { class: "choice" }, box, h("label", { for: id }, textObject(option.text, use.town), hint));
    });
    return h("div", { class: "choices", role: many ? "group" : "radiogroup", "aria-label": use.label, ...use.described }, ...rows);
  };
}

function counter(element, drawn) {
  if (!element.max_length) return null;
  const shown = h("span", { class: "counter", "aria-live": "polite" });
  const count = () => {
    const left = element.max_length - drawn.value.length;
    shown.textContent = drawn.value.length ? String(left) : "";
    shown.classList.toggle("over", left < 0);
    shown.setAttribute("aria-label", `${left} characters left`);
  };
  drawn.addEventListener("input", count);
  count();
  return shown;
}

function typed(type) {
  return (element, use) => {
    const long = element.multiline || element.type === "rich_text_input";
    const drawn = h(long ? "textarea" : "input", {
      type: long ? null : "text", class: "text-field", rows: long ? 4 : null, "data-key": use.key, autocomplete: "off",
      inputmode: { number: "decimal", email: "email", url: "url" }[type],
      placeholder: element.placeholder ? words(element.placeholder) : null, value: written(use.value), ...use.described,
    });
    const when = use.input?.dispatch_action ? element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"] : [];
    drawn.addEventListener("input", () => use.typing(drawn.value, when.includes("on_character_entered")));
    drawn.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      if (when.includes("on_enter_pressed")) {
        event.preventDefault();
        use.press(drawn.value, null, true);
      } else if (!long) {
        event.preventDefault();
        use.submit?.();
      }
    });
    return h("div", { class: "typed" }, drawn, counter(element, drawn));
  };
}

function written(value) {
  if (value && typeof value === "object") return plainWords(value);
  return value ?? "";
}

function plainWords(block) {
  return (block.elements ?? []).map((part) => part.text ?? plainWords(part)).join("");
}

function files(element, use) {
  const names = h("span", { class: "hint" });
  const drawn = h("input", {
    type: "file", multiple: (element.max_files ?? 10) > 1, "data-key": use.key, ...use.described,
    accept: element.filetypes ? element.filetypes.map((ending) => `.${ending}`).join(",") : null,
  });
  drawn.addEventListener("change", async () => {
    const ids = [];
    try {
      for (const file of drawn.files) {
        const result = await api.act("upload_file", use.town.me.id, { name: file.name, base64: await api.asBase64(file) });
        ids.push(typeof result.file === "string" ? result.file : result.file.id);
      }
      names.textContent = `${ids.length} attached`;
      use.change(ids);
    } catch (problem) {
      toast(problem.message);
    }
  });
  return h("div", { class: "typed" }, drawn, names);
}

function feedback(element, use) {
  const one = (part, character) => h("button", {
    type: "button", class: "button quiet", "data-key": `${use.key}/${part.value}`,
    "aria-label": part.accessibility_label ?? words(part.text), title: words(part.text), onclick: () => use.press(part.value),
  }, character);
  return h("span", { class: "feedback" }, one(element.positive_button, "👍"), one(element.negative_button, "👎"));
}

function iconElement(element, use) {
  const allowed = element.visible_to_user_ids;
  if (allowed && !allowed.includes(use.town.me.id)) return null;
  const label = element.accessibility_label ?? words(element.text);
  return h("button", { type: "button", class: "button quiet", "aria-label": label, title: label, "data-key": use.key, onclick: () => use.press() }, icon("trash"));
}

/** An image from this server; a picture from elsewhere stays a labelled frame, for nothing is loaded from outside. */
export function picture(source, className) {
  const address = source.image_url ?? source.slack_file?.url ?? "";
  const alt = unescape(source.alt_text);
  if (new URL(address || "about:blank", location.href).origin === location.origin) return h("img", { src: address, alt, class: className, loading: "lazy" });
  return h("span", { class: `${className} frame`, role: "img", "aria-label": alt, title: alt }, className === "picture" ? `Picture: ${alt}` : "🖼");
}

const DRAW = {
  button, overflow,
  datepicker: field("date"), timepicker: field("time"), datetimepicker: field("datetime-local"),
  checkboxes: choices("checkbox"), radio_buttons: choices("radio"),
  plain_text_input: typed("text"), number_input: typed("number"), email_text_input: typed("email"), url_text_input: typed("url"),
  rich_text_input: typed("text"), file_input: files,
  feedback_buttons: feedback, icon_button: iconElement,
  image: (element) => picture(element, "thumbnail"),
};

/** Draws one element; an unknown one is named, never dropped in silence. */
export function drawElement(element, use) {
  if (DRAW[element.type]) return DRAW[element.type](element, use);
  if (element.type.endsWith("_select")) return picker(element, use, use.town);
  return h("span", { class: "unknown" }, `[${element.type}]`);
}
