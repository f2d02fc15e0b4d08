// The select menus: one field that filters as one types, for fixed options, people, channels, conversations and outside sources.

import { h, iconButton, speak } from "./dom.js";
import { Suggestions } from "./menus.js";
import { unescape } from "./mrkdwn.js";

const words = (option) => unescape(option.text.text);

function fixedSource(element) {
  const groups = element.option_groups ?? [{ options: element.options ?? [] }];
  return async (typed) =>
    groups.map((group) => ({
      label: group.label && words({ text: group.label }),
      options: group.options.filter((option) => words(option).toLowerCase().includes(typed)).map(asChoice),
    }));
}

const asChoice = (option) => ({
  key: option.value, text: words(option), hint: option.description && unescape(option.description.text), option,
});

function outsideSource(element, use) {
  return async (typed) => {
    if (typed.length < (element.min_query_length ?? 3)) return null;
    const found = await use.suggest(typed);
    const groups = found.option_groups ?? [{ options: found.options ?? [] }];
    return groups.map((group) => ({ label: group.label && words({ text: group.label }), options: group.options.map(asChoice) }));
  };
}

function townSource(element, town) {
  const people = () => town.people().map((person) => ({ key: person.id, text: `@${person.real_name}`, hint: person.title }));
  const channels = (kinds) => town.channels().filter((channel) => kinds.includes(channel.kind)).map((channel) => ({ key: channel.id, text: town.title(channel) }));
  const kinds = { im: "im", mpim: "mpim", private: "private", public: "public" };
  const wanted = (element.filter?.include ?? Object.keys(kinds)).map((kind) => kinds[kind]);
  const all = {
    users: people,
    channels: () => channels(["public"]),
    conversations: () => channels(wanted),
  }[/(users|channels|conversations)/.exec(element.type)[1]];
  return async (typed) => [{ options: all().filter((choice) => choice.text.toLowerCase().includes(typed)) }];
}

function sourceOf(element, use, town) {
  if (element.type.endsWith("static_select")) return fixedSource(element);
  if (element.type.endsWith("external_select")) return outsideSource(element, use);
  return townSource(element, town);
}

/** What a stored value is called: an option carries its words, an id is looked up. */
function asShown(value, town) {
  if (typeof value === "object") return asChoice(value);
  const person = town.person(value);
  const channel = town.channel(value);
  return { key: value, text: person ? `@${person.real_name}` : channel ? town.title(channel) : value };
}

/** Draws a select menu. `use`: {value, change(value), suggest(text), describe}. Values are options or ids; `change` gets values or ids. */
export function picker(element, use, town) {
  const many = element.type.startsWith("multi_");
  const source = sourceOf(element, use, town);
  let chosen = (many ? use.value ?? [] : use.value ? [use.value] : []).map((value) => asShown(value, town));
  const placeholder = element.placeholder ? unescape(element.placeholder.text) : many ? "Choose some" : "Choose an option";
  const field = h("input", { type: "text", autocomplete: "off", spellcheck: "false", placeholder, "data-key": use.key, ...use.described });
  const chips = h("span", { class: "chips" });
  const clear = iconButton("close", "Clear the choice", () => set([]), { class: "icon-button clear" });
  const box = h("div", { class: `picker${many ? " many" : ""}` }, many ? chips : null, field, clear, h("span", { class: "caret", "aria-hidden": "true" }));
  const list = new Suggestions(field, "Choices", choose);

  function show() {
    if (many) {
      chips.replaceChildren(...chosen.map((choice) => h("span", { class: "chip" }, choice.text,
        iconButton("close", `Remove ${choice.text}`, () => set(chosen.filter((other) => other !== choice))))));
      field.placeholder = chosen.length ? "" : placeholder;
    } else field.value = chosen[0]?.text ?? "";
    clear.hidden = !chosen.length || many || !use.clearable;
  }

  function set(next) {
    chosen = next;
    show();
    use.change(many ? chosen.map((choice) => choice.key) : chosen[0]?.key ?? null, chosen);
  }

  function choose(choice) {
    if (!many) {
      list.hide();
      set([choice]);
      speak(`${choice.text} chosen`);
      return;
    }
    const without = chosen.filter((other) => other.key !== choice.key);
    if (without.length === chosen.length && chosen.length >= (element.max_selected_items ?? Infinity)) {
      speak(`No more than ${element.max_selected_items}`);
      return;
    }
    field.value = "";
    set(without.length < chosen.length ? without : [...chosen, choice]);
    refresh("");
  }

  let asked = 0;
  async function refresh(typed) {
    asked += 1;
    const ask = asked;
    const found = await source(typed.trim().toLowerCase()).catch(() => []);
    if (ask !== asked || document.activeElement !== field) return;
    if (found === null) list.show([], `Type at least ${element.min_query_length ?? 3} letters`);
    else list.show(found.filter((group) => group.options.length), "Nothing found", (choice) => chosen.some((other) => other.key === choice.key));
  }

  field.addEventListener("focus", () => field.select());
  field.addEventListener("click", () => refresh(""));
  field.addEventListener("input", () => refresh(field.value));
  field.addEventListener("blur", () => setTimeout(show, 130));
  field.addEventListener("keydown", (event) => {
    if (list.key(event)) return;
    if (event.key === "ArrowDown" || (event.key === "Enter" && !list.open)) {
      event.preventDefault();
      refresh("");
    } else if (event.key === "Backspace" && many && !field.value && chosen.length) set(chosen.slice(0, -1));
  });
  show();
  return box;
}
