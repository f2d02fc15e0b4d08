// rich_text blocks (what people's own messages are made of) and markdown blocks, as elements.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link, mention, unescape } from "./mrkdwn.js";
import { slackDate } from "./time.js";

const STYLES = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };

function styled(node, style = {}) {
  return Object.entries(STYLES).reduce((inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner), node);
}

const RUNS = {
  text: (run) => unescape(run.text),
  link: (run) => link(run.url, run.text && unescape(run.text)),
  user: (run, town) => mention("person", run.user_id, town),
  usergroup: (run, town) => mention("group", run.usergroup_id, town),
  channel: (run, town) => mention("channel", run.channel_id, town),
  broadcast: (run) => h("span", { class: "mention broad" }, `@${run.range}`),
  emoji: (run) => h("span", { class: "emoji", role: "img", "aria-label": run.name }, emoji(run.name) ?? `:${run.name}:`),
  color: (run) => h("code", {}, run.value),
  date: (run, town) => h("time", {}, slackDate(run.timestamp, run.format, town.me.tz, town.now()) ?? run.fallback ?? ""),
};

const runs = (list, town) => list.map((run) => styled(RUNS[run.type]?.(run, town) ?? run.text ?? "", run.style));

const ORDER = ["1", "a", "i"];
const PARTS = {
  rich_text_section: (part, town) => h("span", { class: "mrkdwn" }, ...runs(part.elements, town)),
  rich_text_quote: (part, town) => h("blockquote", {}, ...runs(part.elements, town)),
  rich_text_preformatted: (part, town) => h("pre", {}, ...runs(part.elements, town)),
  rich_text_list: (part, town) => {
    const ordered = part.style === "ordered";
    const attributes = { "data-indent": part.indent ?? 0, start: ordered ? (part.offset ?? 0) + 1 : null };
    if (ordered) attributes.type = ORDER[(part.indent ?? 0) % 3];
    return h(ordered ? "ol" : "ul", attributes, ...part.elements.map((item) => h("li", {}, ...runs(item.elements, town))));
  },
};

/** A rich_text block. */
export function richText(block, town) {
  return h("div", { class: "rich" }, ...block.elements.map((part) => PARTS[part.type]?.(part, town) ?? ""));
}

const SPANS = [
  [/`([^`]+)`/, (match) => h("code", {}, match[1])],
  [/\[([^\]]+)\]\(([^)\s]+)\)/, (match) => link(match[2], match[1])],
  [/<((?:https?|mailto|tel):[^>\s]+)>/, (match) => link(match[1])],
  [/<@([UW]\w+)>/, (match, town) => mention("person", match[1], town)],
  [/<#([CGD]\w+)>/, (match, town) => mention("channel", match[1], town)],
  [/https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]}'"]/, (match) => link(match[0])],
  [/\*\*(?=\S)(.+?)\*\*/, (match, town) => h("strong", {}, ...spans(match[1], town))],
  [/__(?=\S)(.+?)__/, (match, town) => h("strong", {}, ...spans(match[1], town))],
  [/~~(?=\S)(.+?)~~/, (match, town) => h("s", {}, ...spans(match[1], town))],
  [/\*(?=\S)([^*]+)\*/, (match, town) => h("em", {}, ...spans(match[1], town))],
  [/\b_(?=\S)([^_]+)_\b/, (match, town) => h("em", {}, ...spans(match[1], town))],
];

function firstSpan(text) {
  let first = null;
  for (const [pattern, make] of SPANS) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { match, make };
  }
  return first;
}

function spans(text, town) {
  const out = [];
  let rest = text;
  for (let found = firstSpan(rest); found; found = firstSpan(rest)) {
    out.push(unescape(rest.slice(0, found.match.index)), found.make(found.match, town));
    rest = rest.slice(found.match.index + found.match[0].length);
  }
  return [...out, unescape(rest)];
}

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());

function markdownTable(lines, town) {
  const row = (line, tag) => h("tr", {}, ...cells(line).map((cell) => h(tag, { scope: tag === "th" ? "col" : null }, ...spans(cell, town))));
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table" },
    h("table", {}, h("thead", {}, row(lines[0], "th")), h("tbody", {}, ...lines.slice(2).map((line) => row(line, "td")))));
}

const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const KINDS = [
  ["code", /^\s*```/],
  ["heading", /^#{1,6}\s/],
  ["rule", /^\s*([-*_])(\s*\1){2,}\s*$/],
  ["quote", /^\s*>/],
  ["item", ITEM],
  ["row", /^\s*\|/],
  ["blank", /^\s*$/],
];
const kindOf = (line) => KINDS.find(([, pattern]) => pattern.test(line))?.[0] ?? "words";

function takeCode(lines) {
  const end = lines.findIndex((line, index) => index > 0 && /^\s*```/.test(line));
  const body = lines.slice(1, end < 0 ? undefined : end);
  lines.splice(0, end < 0 ? lines.length : end + 1);
  return h("pre", {}, body.join("\n"));
}

function takeRun(lines, kind) {
  const end = lines.findIndex((line) => kindOf(line) !== kind);
  return lines.splice(0, end < 0 ? lines.length : end);
}

function takeList(lines, town) {
  const items = takeRun(lines, "item").map((line) => ITEM.exec(line));
  const ordered = /\d/.test(items[0][2]);
  return h(ordered ? "ol" : "ul", {}, ...items.map(([, space, , words]) =>
    h("li", { "data-indent": Math.min(4, Math.floor(space.length / 2)) }, ...spans(words.replace(/^\[( |x)\]\s/, (box) => (box === "[x] " ? "☑ " : "☐ ")), town))));
}

const TAKE = {
  code: takeCode,
  heading: (lines, town) => {
    const [, marks, words] = /^(#{1,6})\s+(.*)$/.exec(lines.shift()) ?? [null, "#", ""];
    return h("p", { class: `heading h${marks.length}`, role: "heading", "aria-level": Math.min(6, marks.length + 2) }, ...spans(words, town));
  },
  rule: (lines) => (lines.shift(), h("hr")),
  quote: (lines, town) => h("blockquote", {}, ...spans(takeRun(lines, "quote").map((line) => line.replace(/^\s*>\s?/, "")).join("\n"), town)),
  item: takeList,
  row: (lines, town) => {
    const rows = takeRun(lines, "row");
    return rows.length > 1 && /^[\s|:-]+$/.test(rows[1]) ? markdownTable(rows, town) : h("p", {}, ...spans(rows.join("\n"), town));
  },
  blank: (lines) => (lines.shift(), ""),
  words: (lines, town) => h("p", {}, ...spans(takeRun(lines, "words").join("\n"), town)),
};

/** A markdown block: headings, lists, tables, code, quotes, links. */
export function markdown(text, town) {
  const lines = text.split("\n");
  const out = h("div", { class: "markdown" });
  while (lines.length) out.append(TAKE[kindOf(lines[0])](lines, town));
  return out;
}
