// The left column: act as anyone, the channels and direct messages that person has, and the assistant itself.

import { h, icon } from "./dom.js";

const HUMAN = ["member", "guest", "single_channel_guest", "stranger"];
const GROUPS = [["Task force", ["member"]], ["Guests", ["guest", "single_channel_guest"]], ["Other organizations", ["stranger"]]];

function switcher(town, go) {
  const groups = GROUPS.map(([label, kinds]) => {
    const people = town.state.people.filter((person) => kinds.includes(person.kind));
    return people.length && h("optgroup", { label }, ...people.map((person) =>
      h("option", { value: person.name, selected: person.id === town.me.id, disabled: person.deleted }, town.described(person))));
  });
  const field = h("select", { id: "person", "data-key": "person", onchange: () => go.person(field.value) }, ...groups.filter(Boolean));
  return h("div", { class: "switcher" }, h("label", { for: "person" }, "Act as"), field);
}

const SIGNS = { private: "lock", public: "hash", im: null, mpim: null };

function line(town, channel, route, unread) {
  const current = route.place === channel.id;
  const sign = channel.is_ext_shared ? "shared" : SIGNS[channel.kind];
  const person = channel.with && town.person(channel.with);
  const notes = [channel.is_ext_shared && "shared with another organization", channel.kind === "private" && "private", channel.is_archived && "archived", unread && "unread"].filter(Boolean);
  return h("li", {}, h("a", { href: town.address(channel.id), "aria-current": current ? "page" : null, class: unread ? "unread" : null, "data-key": `to/${channel.id}` },
    sign ? icon(sign) : h("span", { class: `dot${person?.deleted ? " gone" : ""}`, "aria-hidden": "true" }),
    h("span", { class: "name" }, channel.kind === "public" || channel.kind === "private" ? channel.name : town.title(channel)),
    notes.length ? h("span", { class: "unseen" }, ` (${notes.join(", ")})`) : null));
}

function part(title, items) {
  if (!items.length) return null;
  const id = `part-${title.toLowerCase().replaceAll(" ", "-")}`;
  return h("section", { "aria-labelledby": id }, h("h2", { id }, title), h("ul", {}, ...items));
}

function browse(town) {
  return town.state.browsable.filter((channel) => !channel.is_member).map((channel) =>
    h("li", {}, h("a", { href: town.address(channel.id), class: "faint", "data-key": `to/${channel.id}` }, icon("hash"), h("span", { class: "name" }, channel.name), h("span", { class: "unseen" }, " (not joined)"))));
}

function others(town, go) {
  const known = new Set(town.channels().map((channel) => channel.with));
  const people = town.people().filter((person) => HUMAN.includes(person.kind) && person.id !== town.me.id && !known.has(person.id));
  return people.map((person) => h("li", {}, h("button", { type: "button", class: "faint", "data-key": `dm/${person.id}`, onclick: () => go.dm(person.id) },
    h("span", { class: "dot hollow", "aria-hidden": "true" }), h("span", { class: "name" }, person.real_name))));
}

/** `go`: {person(name), dm(id)}; `unread(channel)` tells what to set in bold. */
export function drawSidebar(town, route, go, unread) {
  const { app } = town.state;
  const rooms = town.channels().filter((channel) => channel.kind === "public" || channel.kind === "private");
  const talks = town.channels().filter((channel) => (channel.kind === "im" || channel.kind === "mpim") && !channel.is_app);
  const appLine = (place, label, show) => show && h("li", {}, h("a", {
    href: town.address(place), "aria-current": route.place === place ? "page" : null, "data-key": `to/${place}`, class: place === "messages" && unread(town.channel(app.channel)) ? "unread" : null,
  }, h("span", { class: "app-mark", "aria-hidden": "true" }, label[0]), h("span", { class: "name" }, label)));
  return [
    switcher(town, go),
    part(app.name, [appLine("home", "Home", app.home_tab), appLine("messages", "Messages", app.messages_tab)].filter(Boolean)),
    part("Channels", [...rooms.map((channel) => line(town, channel, route, unread(channel))), ...browse(town)]),
    part("Direct messages", [...talks.map((channel) => line(town, channel, route, unread(channel))), ...others(town, go)]),
  ].filter(Boolean);
}
