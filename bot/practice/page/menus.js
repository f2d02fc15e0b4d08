// Pop-up menus and the list that hangs below a field: opened, moved through with arrow keys, closed with Esc or a click outside.

import { freshId, h } from "./dom.js";

let closeOpen = () => {};

/** Keeps `box` near `anchor` and inside the window. */
export function hang(box, anchor) {
  const edge = anchor.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  box.style.minWidth = `${Math.min(edge.width, innerWidth - 16)}px`;
  const width = box.offsetWidth;
  const height = box.offsetHeight;
  box.style.left = `${Math.max(8, Math.min(edge.left, innerWidth - width - 8))}px`;
  const below = edge.bottom + 4 + height <= innerHeight || edge.top < height;
  box.style.top = `${Math.max(8, below ? Math.min(edge.bottom + 4, innerHeight - height - 8) : edge.top - height - 4)}px`;
}

/** Where a pop-up must be put so that it lies above an open window. */
export const layer = (anchor) => anchor.closest("dialog") ?? document.body;

function moveAmong(items, step) {
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}

/** Opens a menu below `anchor`. Each entry: {label, run, hint?, danger?, heading?}. */
export function openMenu(anchor, label, entries) {
  closeOpen();
  const items = [];
  const box = h("div", { class: "menu", role: "menu", "aria-label": label },
    ...entries.map((entry) => {
      if (entry.heading) return h("p", { class: "menu-heading", role: "presentation" }, entry.heading);
      const item = h("button", { type: "button", role: "menuitem", tabindex: "-1", class: entry.danger ? "danger" : null },
        h("span", {}, entry.label), entry.hint ? h("small", {}, entry.hint) : null);
      item.addEventListener("click", () => {
        close(true);
        entry.run();
      });
      items.push(item);
      return item;
    }));
  const outside = (event) => {
    if (!box.contains(event.target) && !anchor.contains(event.target)) close(false);
  };
  function close(giveBack) {
    box.remove();
    document.removeEventListener("pointerdown", outside, true);
    anchor.setAttribute("aria-expanded", "false");
    closeOpen = () => {};
    if (giveBack) anchor.focus();
  }
  box.addEventListener("keydown", (event) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) moveAmong(items, moves[event.key]);
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items.at(-1)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  layer(anchor).append(box);
  hang(box, anchor);
  document.addEventListener("pointerdown", outside, true);
  anchor.setAttribute("aria-expanded", "true");
  closeOpen = () => close(false);
  items[0]?.focus();
}

/** A button that opens a menu; `entries` is asked for afresh each time. */
export function menuButton(content, label, entries, attributes = {}) {
  const button = h("button", {
    type: "button", "aria-label": label, title: label, "aria-haspopup": "menu", "aria-expanded": "false",
    onclick: () => openMenu(button, label, entries()), ...attributes,
  }, content);
  return button;
}

/** A listbox below a text field. `groups`: [{label?, options: [{text, hint?, node?, ...}]}]; the field keeps the focus. */
export class Suggestions {
  constructor(field, label, choose) {
    this.field = field;
    this.choose = choose;
    this.id = freshId("list");
    this.label = label;
    this.box = null;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("blur", () => setTimeout(() => this.hide(), 120));
  }

  get open() {
    return this.box !== null;
  }

  /** The choice that Enter would take, if the list is open. */
  get chosen() {
    return this.open ? this.rows[this.at]?.option : undefined;
  }

  show(groups, empty = "Nothing found", isChosen = () => false) {
    this.hide();
    this.rows = [];
    const list = groups.flatMap((group) => [
      group.label ? h("div", { class: "menu-heading", role: "presentation" }, group.label) : null,
      ...group.options.map((option) => this.row(option, isChosen(option))),
    ]);
    this.box = h("div", { class: "menu listbox", role: "listbox", id: this.id, "aria-label": this.label },
      ...list, this.rows.length ? null : h("p", { class: "menu-heading" }, empty));
    layer(this.field).append(this.box);
    hang(this.box, this.field);
    this.field.setAttribute("aria-expanded", "true");
    this.field.setAttribute("aria-controls", this.id);
    this.move(0, true);
  }

  row(option, chosen) {
    const row = h("div", { class: "option", role: "option", id: freshId("option"), "aria-selected": chosen ? "true" : "false" },
      h("span", {}, option.node ?? option.text), option.hint ? h("small", {}, option.hint) : null);
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.choose(option);
    });
    this.rows.push({ row, option });
    return row;
  }

  move(step, reset = false) {
    if (!this.rows?.length) return;
    this.at = reset ? 0 : (this.at + step + this.rows.length) % this.rows.length;
    this.rows.forEach(({ row }, index) => row.classList.toggle("active", index === this.at));
    this.field.setAttribute("aria-activedescendant", this.rows[this.at].row.id);
    this.rows[this.at].row.scrollIntoView({ block: "nearest" });
  }

  /** Handles a key while open; true if it was meant for the list. */
  key(event, keys = ["Enter"]) {
    if (!this.open) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown" ? 1 : -1);
    else if (keys.includes(event.key) && this.rows.length) this.choose(this.rows[this.at].option);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  hide() {
    this.box?.remove();
    this.box = null;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
    this.field.removeAttribute("aria-controls");
  }
}
