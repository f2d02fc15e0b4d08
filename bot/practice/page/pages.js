// The middle column: a channel, a direct message, or the assistant's Home and Messages tabs. Built once per place, then updated.

import { h, icon, iconButton, keepingFocus, speak } from "./dom.js";
import { drawBlocks } from "./blocks.js";
import { composer, tryThese } from "./composer.js";
import { MessageList } from "./messages.js";
import { plain } from "./mrkdwn.js";
import { Scene } from "./scene.js";

function channelHead(channel, town, desk) {
  const count = channel.members?.length ?? 0;
  const notes = [channel.kind === "private" && "private", channel.is_ext_shared && "shared with another organization", channel.is_archived && "archived"].filter(Boolean);
  return h("header", { class: "page-head" },
    h("div", {}, h("h2", {}, town.title(channel), notes.length ? h("small", { class: "badge" }, notes.join(", ")) : null),
      channel.topic ? h("p", { class: "faint" }, plain(channel.topic)) : null),
    h("span", { class: "spring" }),
    channel.kind === "im" ? null : h("small", { class: "faint", title: (channel.members ?? []).map((id) => town.person(id)?.real_name ?? id).join(", ") }, `${count} ${count === 1 ? "member" : "members"}`),
    town.state.app.agent ? h("button", { type: "button", class: "bar-button", id: "agent-toggle", onclick: () => desk.toggleAgent() }, icon("panel"), h("span", { class: "only-wide" }, town.state.app.name)) : null);
}

function appHead(town, place) {
  const { app } = town.state;
  const tab = (key, label, show) => show && h("a", { href: town.address(key), "aria-current": place === key ? "page" : null }, label);
  return h("header", { class: "page-head" },
    h("div", {}, h("h2", {}, app.name, h("small", { class: "badge" }, "APP"))),
    h("nav", { class: "tabs", "aria-label": `${app.name} tabs` }, tab("home", "Home", app.home_tab), tab("messages", "Messages", app.messages_tab)));
}

/** A channel or direct message with its log and message box. */
export class ChannelPage {
  constructor(channel, town, desk, place) {
    this.id = channel.id;
    this.head = h("div");
    this.foot = h("div");
    this.list = new MessageList(`Messages in ${town.title(channel)}`, {});
    this.nodes = [this.head, this.list.box, this.foot];
    Object.assign(this, { desk, place });
  }

  update(town, messages) {
    const channel = town.channel(this.id);
    const notices = town.state.notices.filter((one) => one.channel === this.id && !one.thread_ts);
    this.list.update(messages, { town, notices, ...this.desk.forMessages(), redraw: (ts) => this.list.redraw(ts) });
    this.head.replaceChildren(this.place === "messages" ? appHead(town, this.place) : channelHead(channel, town, this.desk));
    const signature = JSON.stringify([channel.is_member, channel.is_archived, town.state.app.commands, town.state.app.shortcuts, town.state.app.read_only, town.me.id]);
    if (signature !== this.signature) this.drawFoot(town, channel);
    this.signature = signature;
  }

  drawFoot(town, channel) {
    if (!channel.is_member && channel.kind === "public") {
      this.foot.replaceChildren(h("p", { class: "composer closed" }, `You are not in ${town.title(channel)} yet. `,
        h("button", { type: "button", class: "button primary", onclick: () => this.desk.perform("join", { channel: this.id }) }, "Join the channel")));
      return;
    }
    const closed = channel.is_archived ? "This channel is archived: it can be read, nothing can be added."
      : channel.is_app && town.state.app.read_only ? `Sending messages to ${town.state.app.name} has been turned off.` : null;
    const box = composer({
      town, closed, id: "composer", label: `Message ${town.title(channel)}`, start: this.desk.draft(this.id), keep: (text) => this.desk.keepDraft(this.id, text),
      send: (text) => this.desk.perform("type", { channel: this.id, text }),
      upload: (file) => this.desk.perform("upload", { channel: this.id, ...file }), perform: this.desk.perform,
    });
    const put = (text) => {
      const field = box.querySelector("textarea");
      field.value = text;
      this.desk.keepDraft(this.id, text);
      field.focus();
      field.dispatchEvent(new Event("input"));
    };
    this.foot.replaceChildren(...[closed ? null : tryThese(town, put), box].filter(Boolean));
  }
}

/** The assistant's Home tab, which is one person's own. */
export class HomePage {
  constructor(town, desk) {
    this.desk = desk;
    this.head = h("div");
    this.body = h("div", { class: "home", tabindex: "-1" });
    this.nodes = [this.head, this.body];
    this.scene = new Scene({ home: true }, town, { redraw: () => this.draw() });
  }

  update(town) {
    this.head.replaceChildren(appHead(town, "home"));
    const view = town.state.home;
    Object.assign(this.scene, { town, values: view?.state?.values ?? {} });
    const signature = JSON.stringify([view?.id, view?.hash, view?.blocks]);
    this.view = view;
    if (signature !== this.signature) keepingFocus(this.body, () => this.draw());
    this.signature = signature;
  }

  draw() {
    this.body.replaceChildren(this.view ? drawBlocks(this.view.blocks, this.scene)
      : h("p", { class: "faint empty" }, "Nothing has been published here yet. The assistant fills this page when it hears that it was opened."));
  }
}

/** A thread at the right: the root, its replies, its own message box. */
export class ThreadPanel {
  constructor(channel, thread, town, desk) {
    Object.assign(this, { desk, channel, thread });
    this.title = "Thread";
    this.list = new MessageList("Replies in this thread", {});
    this.status = h("p", { class: "agent-status", role: "status" });
    const head = h("header", { class: "page-head" }, h("h2", {}, "Thread", h("small", { class: "faint" }, ` ${town.title(town.channel(channel))}`)), h("span", { class: "spring" }), iconButton("close", "Close the thread", () => desk.closePanel()));
    const box = composer({
      town, label: "Reply…", id: "reply", broadcast: town.channel(channel).kind !== "im", start: desk.draft(thread), keep: (text) => desk.keepDraft(thread, text),
      send: (text, broadcast) => desk.perform("type", { channel, text, thread_ts: thread, ...(broadcast ? { broadcast: true } : {}) }),
      upload: (file) => desk.perform("upload", { channel, thread_ts: thread, ...file }), perform: desk.perform,
    });
    this.nodes = [head, this.list.box, this.status, box];
  }

  update(town, messages) {
    const { openThread, ...context } = this.desk.forMessages();
    const notices = town.state.notices.filter((one) => one.message_ts && messages.some((message) => message.ts === one.message_ts));
    this.list.update(messages, { town, notices, ...context, redraw: (ts) => this.list.redraw(ts) });
    const status = town.status(this.thread);
    this.status.textContent = status ? `${town.state.app.name} ${status}` : "";
  }
}

/** The assistant's panel beside whatever one is reading, with its suggested prompts. */
export class AgentPanel {
  constructor(town, desk) {
    const { app } = town.state;
    Object.assign(this, { desk, channel: app.channel, title: app.name });
    this.list = new MessageList(`Your conversation with ${app.name}`, {});
    this.status = h("p", { class: "agent-status", role: "status" });
    this.prompts = h("div", { class: "prompts" });
    const head = h("header", { class: "page-head" }, h("h2", {}, app.name, h("small", { class: "badge" }, "AGENT")), h("span", { class: "spring" }), 
      h("button", { type: "button", class: "bar-button", onclick: () => this.startAfresh() }, "New chat"), iconButton("close", "Close the panel", () => desk.closePanel()));
    const box = composer({
      town, label: `Ask ${app.name}`, id: "agent-composer", start: desk.draft("agent"), keep: (text) => desk.keepDraft("agent", text),
      send: (text) => this.say(text), upload: null, perform: desk.perform,
      closed: app.read_only ? `Sending messages to ${app.name} has been turned off.` : null,
    });
    this.nodes = [head, this.list.box, this.status, this.prompts, box];
  }

  /** Goes on in the thread the assistant last answered in; "New chat" starts another. */
  say(text) {
    const thread = this.fresh ? null : this.thread;
    this.fresh = false;
    return this.desk.perform("type", { channel: this.channel, text, ...(thread ? { thread_ts: thread } : {}) });
  }

  startAfresh() {
    this.fresh = true;
    speak("The next message starts a new conversation");
    document.getElementById("agent-composer")?.focus();
  }

  /** `messages` are the roots, each followed by its replies. */
  update(town, messages) {
    const { app } = town.state;
    this.list.update(messages, { town, notices: town.state.notices.filter((one) => one.channel === this.channel), ...this.desk.forMessages(), redraw: (ts) => this.list.redraw(ts) });
    const status = Object.entries(app.status ?? {}).find(([thread, words]) => words && messages.some((message) => message.ts === thread || message.thread_ts === thread))?.[1];
    this.status.textContent = status ? `${app.name} ${status}` : "";
    const last = messages.at(-1);
    this.thread = last?.thread_ts ?? null;
    const own = app.thread_prompts?.[last?.thread_ts ?? last?.ts];
    const prompts = own?.prompts ?? app.prompts ?? [];
    const signature = JSON.stringify(prompts);
    if (signature === this.signature) return;
    this.signature = signature;
    this.prompts.replaceChildren(...(prompts.length ? [h("p", { class: "faint" }, own?.title ?? app.prompts_title ?? "Try asking")] : []),
      ...prompts.map((one) => h("button", { type: "button", class: "prompt", onclick: () => this.say(one.message) }, one.title)));
  }
}
