// Where people type: Enter sends, Shift+Enter starts a line, "/" lists commands, "@" and "#" list names, files and shortcuts at the left.

import * as api from "./api.js";
import { freshId, h, icon, iconButton, toast } from "./dom.js";
import { Suggestions, menuButton } from "./menus.js";

const HUMAN = ["member", "guest", "single_channel_guest", "stranger"];

function commandChoices(typed, town) {
  const word = /^\/\S*$/.exec(typed)?.[0].toLowerCase();
  if (word === undefined) return null;
  const options = town.state.app.commands
    .filter((one) => one.command.toLowerCase().startsWith(word))
    .map((one) => ({ text: `${one.command} ${one.usage_hint ?? ""}`.trim(), hint: one.description, insert: `${one.command} `, from: 0 }));
  return options.length ? [{ label: town.state.app.name, options }] : null;
}

function nameChoices(typed, town) {
  const match = /(^|\s)([@#])([\w.-]*)$/.exec(typed);
  if (!match) return null;
  const [, , sign, start] = match;
  const from = typed.length - start.length - 1;
  const begins = (name) => name.toLowerCase().startsWith(start.toLowerCase());
  const app = town.person(town.state.app.user);
  const people = [...(app ? [app] : []), ...town.people().filter((person) => HUMAN.includes(person.kind))];
  const options = sign === "@"
    ? people.filter((person) => begins(person.name) || begins(person.real_name)).map((person) => ({ text: person.real_name, hint: `@${person.name}`, insert: `@${person.name} `, from }))
    : town.channels().filter((one) => one.name && one.kind !== "im" && begins(one.name)).map((one) => ({ text: `#${one.name}`, insert: `#${one.name} `, from }));
  return options.length ? [{ options: options.slice(0, 12) }] : null;
}

function grow(field) {
  field.style.height = "auto";
  field.style.height = `${Math.min(220, field.scrollHeight)}px`;
}

/** A message box. `send(text, broadcast)` and `upload(file)` speak to the server; `perform` runs global shortcuts. */
export function composer({ town, label, start = "", id = null, keep = () => {}, send, upload, perform, broadcast = false, closed = null }) {
  if (closed) return h("p", { class: "composer closed" }, closed);
  const field = h("textarea", { id, rows: 1, "aria-label": label, placeholder: label, value: start, "data-key": id ?? label });
  const list = new Suggestions(field, "Suggestions", (choice) => {
    const cursor = field.selectionStart;
    field.value = field.value.slice(0, choice.from) + choice.insert + field.value.slice(cursor);
    field.setSelectionRange(choice.from + choice.insert.length, choice.from + choice.insert.length);
    list.hide();
    keep(field.value);
  });
  const boxId = freshId("broadcast");
  const also = h("input", { type: "checkbox", id: boxId });
  const picker = h("input", { type: "file", hidden: true, tabindex: "-1", "aria-hidden": "true" });

  async function deliver() {
    const text = field.value.trim();
    if (!text) return;
    list.hide();
    field.value = "";
    keep("");
    grow(field);
    const result = await send(text, also.checked);
    if (!result.ok && !/^(operation_timeout|dispatch_)/.test(result.error) && !field.value) {
      field.value = text;
      keep(text);
      grow(field);
    }
    also.checked = false;
  }

  field.addEventListener("input", () => {
    grow(field);
    keep(field.value);
    const typed = field.value.slice(0, field.selectionStart);
    const found = commandChoices(typed, town) ?? nameChoices(typed, town);
    if (found) list.show(found);
    else list.hide();
  });
  field.addEventListener("keydown", (event) => {
    const choice = list.chosen;
    const complete = choice && choice.insert.trim() === field.value.slice(choice.from, field.selectionStart);
    if (list.key(event, complete ? ["Tab"] : ["Enter", "Tab"])) return;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    deliver();
  });
  picker.addEventListener("change", async () => {
    for (const file of picker.files) {
      try {
        await upload({ name: file.name, base64: await api.asBase64(file) });
      } catch (problem) {
        toast(problem.message);
      }
    }
    picker.value = "";
  });

  const shortcuts = town.state.app.shortcuts.filter((one) => one.type === "global");
  const box = h("div", { class: "composer" },
    field,
    h("div", { class: "composer-foot" },
      upload ? iconButton("clip", "Attach a file", () => picker.click()) : null, picker,
      shortcuts.length ? menuButton(icon("bolt"), "Shortcuts", () => [
        { heading: town.state.app.name },
        ...shortcuts.map((one) => ({ label: one.name, hint: one.description, run: () => perform("shortcut", { callback_id: one.callback_id }) })),
      ], { class: "icon-button" }) : null,
      broadcast ? h("span", { class: "choice also" }, also, h("label", { for: boxId }, "Also send to the channel")) : null,
      h("span", { class: "spring" }),
      h("small", { class: "faint keys", "aria-hidden": "true" }, "Enter sends"),
      iconButton("send", "Send", deliver, { class: "icon-button send" })));
  requestAnimationFrame(() => grow(field));
  return box;
}

const TRIES = [
  ["A question in your own words", (app) => `/ask where can someone sleep tonight`],
  ["In the channel, for all to read", (app) => `@${app} what are signs of labor trafficking?`],
  ["Somebody is in danger now", (app) => `/ask he is outside with a gun right now`],
  ["Who to call", (app) => `/ask who do I call about a missing 15 year old`],
  ["Something it cannot know", (app) => `/ask who won the game last night`],
];

/** "Try these": five things to type, for somebody who has just arrived. `put(text)` writes one into the message box. */
export function tryThese(town, put) {
  if (localStorage.getItem("practice-tried") === "yes") return null;
  const app = town.person(town.state.app.user)?.name ?? town.state.app.name;
  const strip = h("section", { class: "tries", "aria-label": "Try these" },
    h("p", {}, h("strong", {}, "New here? Try one of these: "), "press it, then Enter."),
    h("ul", {}, ...TRIES.map(([why, text]) => h("li", {}, h("button", { type: "button", onclick: () => put(text(app)) }, h("small", {}, why), h("span", {}, text(app)))))),
    iconButton("close", "Put the suggestions away", () => {
      localStorage.setItem("practice-tried", "yes");
      strip.remove();
    }));
  return strip;
}
