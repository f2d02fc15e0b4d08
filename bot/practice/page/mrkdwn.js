// Slack's mrkdwn as elements. Text goes in as text nodes only; links keep to a few harmless schemes.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { slackDate } from "./time.js";

const SCHEMES = /^(https?:\/\/|mailto:|tel:)/i;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const MARKS = { "*": "strong", _: "em", "~": "s" };
const BARE = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"]/y;
const EMOJI = /:([a-z0-9_+-]+(?:::skin-tone-\d)?):/y;
const TOKEN = /<([^<>\n]+)>/y;
const CODE = /`([^`\n]+)`/y;

/** Undoes the three escapes Slack knows. */
export const unescape = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);

/** A link that opens apart and tells nobody where it came from; plain text if its scheme is not harmless. */
export function link(address, label) {
  const url = unescape(address);
  if (!SCHEMES.test(url)) return document.createTextNode(label ?? url);
  const outside = /^https?:/i.test(url);
  const kind = /^tel:/i.test(url) ? "phone" : null;
  return h("a", { href: url, class: kind, target: outside ? "_blank" : null, rel: "noopener noreferrer" }, label ?? url.replace(/^(mailto|tel):/i, ""));
}

/** The name of a person, channel or group as a highlighted word. */
export function mention(kind, id, town, given) {
  if (kind === "channel") {
    const channel = town.channel(id);
    const name = `#${channel?.name ?? given ?? "private-channel"}`;
    if (!channel) return h("span", { class: "mention" }, name);
    return h("a", { class: "mention", href: town.address(id) }, name);
  }
  if (kind === "group") return h("span", { class: "mention" }, `@${(given ?? town.group(id) ?? "group").replace(/^@/, "")}`);
  const person = town.person(id);
  const own = id === town.me.id ? " own" : "";
  return h("span", { class: `mention${own}`, title: person ? person.real_name : null }, `@${person?.real_name ?? given ?? "unknown"}`);
}

function date(parts, town) {
  const [, seconds, format, rest = ""] = parts;
  const [address, fallback] = rest.includes("|") ? rest.split(/\|(.*)/s) : [rest, ""];
  const [pattern, inlineFallback] = format.split(/\|(.*)/s);
  const words = slackDate(Number(seconds), unescape(pattern), town.me.tz, town.now()) ?? unescape(fallback || inlineFallback || "");
  const shown = h("time", { datetime: new Date(Number(seconds) * 1000).toISOString() }, words);
  return address ? link(address, shown) : shown;
}

function special(body, town) {
  if (body.startsWith("!date^")) {
    const parts = body.split("^");
    if (/^\d{1,12}$/.test(parts[1]) && parts[2]) return date(parts, town);
  }
  const group = /^!subteam\^(\w+)(?:\|(.*))?$/.exec(body);
  if (group) return mention("group", group[1], town, group[2] && unescape(group[2]));
  const broad = /^!(here|channel|everyone)(?:\|.*)?$/.exec(body);
  if (broad) return h("span", { class: "mention broad" }, `@${broad[1]}`);
  return document.createTextNode(unescape(body.split("|")[1] ?? `<${body}>`));
}

function token(body, town) {
  const person = /^@([UW]\w+)(?:\|(.*))?$/.exec(body);
  if (person) return mention("person", person[1], town, person[2] && unescape(person[2]));
  const channel = /^#([CGD]\w+)(?:\|(.*))?$/.exec(body);
  if (channel) return mention("channel", channel[1], town, channel[2] && unescape(channel[2]));
  if (body.startsWith("!")) return special(body, town);
  const [address, label] = body.split(/\|(.*)/s);
  return link(address, label ? unescape(label) : undefined);
}

function emojiNode(name) {
  const character = emoji(name);
  return character && h("span", { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " ") }, character);
}

/** Cuts a line into characters and finished nodes (code, links, mentions, emoji), so that marks inside them mean nothing. */
function units(text, town, formatted) {
  const found = [];
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    const start = at;
    const character = text[at];
    let node = null;
    let match;
    if (formatted && character === "`" && (match = take(CODE))) node = h("code", {}, ...units(match[1], town, "links"));
    else if (formatted && character === "<" && (match = take(TOKEN))) node = token(match[1], town);
    else if (formatted && character === "h" && !/\w/.test(text[at - 1] ?? "") && (match = take(BARE))) node = link(match[0]);
    else if (formatted !== "links" && character === ":" && (match = take(EMOJI))) node = emojiNode(match[1]);
    if (node) {
      found.push(node);
      continue;
    }
    at = start;
    const entity = /&(?:amp|lt|gt);/y;
    entity.lastIndex = at;
    const escaped = entity.exec(text)?.[0];
    const width = escaped ? escaped.length : text.codePointAt(at) > 0xffff ? 2 : 1;
    found.push(escaped ? ENTITIES[escaped] : text.slice(at, at + width));
    at += width;
  }
  return found;
}

const isSpace = (unit) => unit === undefined || (typeof unit === "string" && /\s/.test(unit));
const isEdge = (unit) => unit === undefined || typeof unit !== "string" || /[^\p{L}\p{N}]/u.test(unit);

function closing(list, from, mark) {
  const last = Math.min(list.length, from + 3000);
  for (let at = from + 2; at < last; at += 1) {
    if (list[at] === "\n") return -1;
    if (list[at] === mark && !isSpace(list[at - 1]) && isEdge(list[at + 1])) return at;
  }
  return -1;
}

function emphasis(list) {
  const out = [];
  let words = "";
  const flush = () => {
    if (words) out.push(words);
    words = "";
  };
  for (let at = 0; at < list.length; at += 1) {
    const unit = list[at];
    const tag = typeof unit === "string" && isEdge(list[at - 1]) && !isSpace(list[at + 1]) ? MARKS[unit] : undefined;
    const end = tag ? closing(list, at, unit) : -1;
    if (end > 0) {
      flush();
      out.push(h(tag, {}, ...emphasis(list.slice(at + 1, end))));
      at = end;
    } else if (typeof unit === "string") words += unit;
    else {
      flush();
      out.push(unit);
    }
  }
  flush();
  return out;
}

const inline = (text, town) => emphasis(units(text, town, true));

const QUOTE = /^(?:&gt;|>) ?/;

function paragraphs(text, town) {
  const out = [];
  let quoted = null;
  const lines = text.split("\n");
  lines.forEach((line, index) => {
    if (QUOTE.test(line)) {
      quoted ??= out[out.push(h("blockquote")) - 1];
      if (quoted.hasChildNodes()) quoted.append("\n");
      quoted.append(...inline(line.replace(QUOTE, ""), town));
      return;
    }
    const follows = index > 0 && !quoted;
    quoted = null;
    out.push(...(follows ? ["\n"] : []), ...inline(line, town));
  });
  return out;
}

/** mrkdwn text as nodes: bold, italic, strike, code, quotes, links, mentions, dates, emoji. */
export function mrkdwn(text, town) {
  const out = h("span", { class: "mrkdwn" });
  text.split(/```([\s\S]+?)```/).forEach((piece, index) => {
    if (index % 2) out.append(h("pre", {}, ...units(piece.replace(/^\n|\n$/g, ""), town, "links")));
    else if (piece) out.append(...paragraphs(index ? piece.replace(/^\n/, "") : piece, town));
  });
  return out;
}

/** A plain_text object's text: nothing is formatted, emoji names become emoji. */
export function plain(text) {
  return h("span", { class: "mrkdwn" }, ...emphasisFree(units(text, null, false)));
}

function emphasisFree(list) {
  const out = [];
  for (const unit of list) {
    if (typeof unit === "string" && typeof out.at(-1) === "string") out[out.length - 1] += unit;
    else out.push(unit);
  }
  return out;
}

/** A text object of either kind. */
export const textObject = (object, town) => (object.type === "mrkdwn" ? mrkdwn(object.text, town) : plain(object.text));
