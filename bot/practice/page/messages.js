// A list of messages: drawn once each, drawn again only when they change, so that nobody loses their place in one.

import { freshId, h, icon, iconButton, keepingFocus } from "./dom.js";
import { drawAttachments, drawBlocks } from "./blocks.js";
import { REACTIONS, emoji } from "./emoji.js";
import { menuButton } from "./menus.js";
import { mrkdwn, plain, unescape } from "./mrkdwn.js";
import { Scene } from "./scene.js";
import { clockTime, dayHeading, daysFrom } from "./time.js";

const seconds = (ts) => Number(ts.split(".")[0]);

const HUES = ["#8a4b2d", "#7a3f8f", "#2f6f4f", "#a0433f", "#3c5aa6", "#6b6420", "#1f7480", "#94406b"];
const colorOf = (id) => HUES[[...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % HUES.length];

function avatar(message, town) {
  const person = town.person(message.user);
  const name = message.author ?? person?.real_name ?? "?";
  const drawn = h("span", { class: `avatar${message.bot_id ? " app" : ""}`, "aria-hidden": "true" }, name.split(/\s+/).slice(0, 2).map((word) => word[0]).join(""));
  if (!message.bot_id) drawn.style.backgroundColor = colorOf(message.user ?? name);
  return drawn;
}

function fileBox(file) {
  const path = new URL(file.url_private ?? file.permalink ?? "about:blank", location.href).pathname;
  const name = unescape(file.title || file.name);
  if (/^image\/(png|jpe?g|gif|webp)$/.test(file.mimetype ?? "")) return h("a", { href: path, download: file.name }, h("img", { class: "picture", src: path, alt: name, loading: "lazy" }));
  return h("a", { class: "file", href: path, download: file.name }, icon("clip"), h("span", {}, name), h("small", {}, `${file.size ?? "?"} bytes, download`));
}

function reactions(message, context) {
  return (message.reactions ?? []).map((one) => {
    const mine = one.users.includes(context.town.me.id);
    const names = one.users.map((id) => context.town.person(id)?.real_name ?? id).join(", ");
    return h("button", {
      type: "button", class: "reaction", "aria-pressed": String(mine), title: `${names}: ${one.name}`, "aria-label": `${one.name}, ${one.count}`,
      "data-key": `react/${message.ts}/${one.name}`,
      onclick: () => context.perform(mine ? "unreact" : "react", { channel: message.channel, ts: message.ts, name: one.name }),
    }, emoji(one.name) ?? `:${one.name}:`, ` ${one.count}`);
  });
}

function moreActions(message, context) {
  const at = { channel: message.channel, ts: message.ts };
  const shortcuts = context.town.state.app.shortcuts.filter((one) => one.type === "message");
  const own = message.user === context.town.me.id && !message.is_ephemeral;
  return [
    ...(message.is_ephemeral ? [] : Object.entries(REACTIONS).map(([name, words]) => ({ label: `React: ${words} ${emoji(name)}`, run: () => context.perform("react", { ...at, name }) }))),
    ...(shortcuts.length && !message.is_ephemeral ? [{ heading: context.town.state.app.name }] : []),
    ...(message.is_ephemeral ? [] : shortcuts.map((one) => ({ label: one.name, hint: one.description, run: () => context.perform("message_shortcut", { ...at, callback_id: one.callback_id }) }))),
    { heading: "This message" },
    { label: "Copy the text", run: () => navigator.clipboard?.writeText(unescape(message.text ?? "")) },
    ...(own ? [{ label: "Edit", run: () => context.edit(message) }, { label: "Delete", danger: true, run: () => context.perform("delete", at) }] : []),
  ];
}

function toolbar(message, context) {
  const reply = context.openThread && !message.is_ephemeral && message.subtype !== "tombstone"
    ? iconButton("thread", "Reply in thread", () => context.openThread(message.thread_ts ?? message.ts, message.channel), { tabindex: "-1", "data-key": `reply/${message.ts}` }) : null;
  return h("div", { class: "toolbar" }, reply,
    menuButton(icon("more"), "More actions", () => moreActions(message, context), { class: "icon-button", tabindex: "-1", "data-key": `more/${message.ts}` }));
}

function body(message, context, scene) {
  const blocks = message.blocks?.length ? drawBlocks(message.blocks, scene) : null;
  return h("div", { class: "message-body" },
    blocks ?? mrkdwn(message.text ?? "", context.town),
    ...drawAttachments(message.attachments, scene),
    message.edited ? h("small", { class: "faint" }, " (edited)") : null,
    ...(message.files ?? []).map(fileBox));
}

function replies(message, context) {
  if (!context.openThread || !message.reply_count) return null;
  const label = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return h("button", { type: "button", class: "replies", "data-key": `thread/${message.ts}`, onclick: () => context.openThread(message.ts, message.channel) }, icon("thread"), label);
}

function failures(message, context) {
  return context.notices.filter((one) => one.message_ts === message.ts).map((one) => noticeLine(one, context));
}

/** A red line of Slack's own. */
export function noticeLine(notice, context) {
  return h("p", { class: "notice", role: "alert" }, icon("warn"), h("span", {}, notice.text),
    h("small", {}, "Only visible to you"),
    iconButton("close", "Dismiss", () => context.perform("dismiss", { notice: notice.id })));
}

function drawMessage(message, context, follows) {
  const { town } = context;
  const scene = new Scene({ channel: message.channel, ts: message.ts }, town, { values: message.values ?? {}, redraw: () => context.redraw(message.ts) });
  const time = clockTime(seconds(message.ts), town.me.tz);
  const nameId = freshId("author");
  const name = message.author ?? town.person(message.user)?.real_name ?? "Somebody";
  const classes = ["message", follows && "follows", message.is_ephemeral && "ephemeral", message.bot_id && "from-app"].filter(Boolean).join(" ");
  return h("article", { class: classes, "data-ts": message.ts, "data-key": `message/${message.ts}`, tabindex: "-1", "aria-labelledby": nameId },
    message.is_ephemeral ? h("p", { class: "only-you" }, icon("eye"), "Only visible to you") : null,
    avatar(message, town),
    h("div", { class: "message-main" },
      h("p", { class: "byline", id: nameId }, h("strong", {}, plain(name)), message.bot_id ? h("span", { class: "badge" }, "APP") : null, h("time", { datetime: new Date(seconds(message.ts) * 1000).toISOString() }, time)),
      message.subtype === "thread_broadcast" ? h("small", { class: "faint" }, "replied to a thread") : null,
      body(message, context, scene),
      h("div", { class: "reactions" }, ...reactions(message, context)),
      replies(message, context),
      ...failures(message, context)),
    toolbar(message, context));
}

const QUIET = /^(channel|group)_/;

export class MessageList {
  /** `context`: {town, notices, perform, edit, openThread?}; refreshed on each update. */
  constructor(label, context) {
    this.box = h("div", { class: "log", role: "log", "aria-label": label, "aria-live": "off", tabindex: "-1" });
    this.context = context;
    this.drawn = new Map();
    this.box.addEventListener("keydown", (event) => this.walk(event));
    this.box.addEventListener("focusin", (event) => this.rove(event.target.closest("article")));
  }

  /** Draws what is new or changed; stays at the bottom if it was there. */
  update(messages, context) {
    Object.assign(this.context, context);
    this.messages = messages;
    // What was there already is not read out; what comes from now on is.
    setTimeout(() => this.box.setAttribute("aria-live", "polite"), 500);
    const following = this.isFollowing();
    const newest = this.box.lastElementChild;
    keepingFocus(this.box, () => this.place(messages));
    if (!this.box.querySelector("article[tabindex='0']")) this.rove(this.box.querySelector("article:last-of-type"));
    if (following && this.box.lastElementChild !== newest) this.showNewest();
  }

  /** Is the reader at the end, or still where the newest message was shown to them? */
  isFollowing() {
    const { scrollHeight, scrollTop, clientHeight } = this.box;
    return !this.drawn.size || scrollHeight - scrollTop - clientHeight < 80 || Math.abs(scrollTop - this.restedAt) < 4;
  }

  /** The end of the log, or the beginning of the newest message if it does not fit. */
  showNewest() {
    const newest = this.box.lastElementChild;
    const tooTall = newest && newest.offsetHeight > this.box.clientHeight;
    this.box.scrollTop = tooTall ? newest.offsetTop : this.box.scrollHeight;
    this.restedAt = this.box.scrollTop;
  }

  place(messages) {
    const { town } = this.context;
    const nodes = [];
    const keep = new Map();
    messages.forEach((message, index) => {
      const before = messages[index - 1];
      const newDay = !before || daysFrom(seconds(before.ts), seconds(message.ts), town.me.tz) !== 0;
      if (newDay) nodes.push(this.kept(keep, `day/${message.ts}`, dayHeading(seconds(message.ts), town.me.tz, town.now()), (words) => h("p", { class: "day", role: "separator" }, h("span", {}, words))));
      const follows = !newDay && before.user === message.user && seconds(message.ts) - seconds(before.ts) < 300 && !message.is_ephemeral && !before.is_ephemeral && !QUIET.test(before.subtype ?? "");
      const { values, ...visible } = message;
      const signature = JSON.stringify([visible, follows, this.context.notices.filter((one) => one.message_ts === message.ts)]);
      nodes.push(this.kept(keep, message.ts, signature, () => this.article(message, follows)));
    });
    for (const notice of this.context.notices.filter((one) => !one.message_ts)) {
      nodes.push(this.kept(keep, `notice/${notice.id}`, notice.text, () => noticeLine(notice, this.context)));
    }
    this.drawn = keep;
    nodes.forEach((node, index) => {
      if (this.box.children[index] !== node) this.box.insertBefore(node, this.box.children[index] ?? null);
    });
    while (this.box.children.length > nodes.length) this.box.lastChild.remove();
  }

  kept(keep, key, signature, draw) {
    const before = this.drawn.get(key);
    const entry = before?.signature === signature ? before : { signature, node: draw(signature) };
    keep.set(key, entry);
    return entry.node;
  }

  article(message, follows) {
    if (!QUIET.test(message.subtype ?? "")) return drawMessage(message, this.context, follows);
    return h("p", { class: "quiet-line", "data-ts": message.ts }, mrkdwn(message.text ?? "", this.context.town));
  }

  redraw(ts) {
    this.drawn.delete(ts);
    keepingFocus(this.box, () => this.place(this.messages));
  }

  /** Only one message at a time can be reached with Tab; the arrow keys go from one to the next. */
  rove(article) {
    if (!article) return;
    for (const other of this.box.querySelectorAll("article[tabindex='0']")) this.reach(other, "-1");
    this.reach(article, "0");
  }

  reach(article, tabindex) {
    article.setAttribute("tabindex", tabindex);
    for (const button of article.querySelectorAll(".toolbar button")) button.setAttribute("tabindex", tabindex);
  }

  walk(event) {
    if (!event.target.matches("article") || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const all = [...this.box.querySelectorAll("article")];
    const next = all[all.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}
