// Building the page out of elements. Nothing here ever parses HTML, so no text can become markup.

/** An element with attributes (`on…` are listeners, `class`, `data-…`, `aria-…`, properties `value` and `checked`) and children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  menu: "M3 5h14M3 10h14M3 15h14",
  close: "M5 5l10 10M15 5L5 15",
  back: "M12 4l-6 6 6 6",
  down: "M5 8l5 5 5-5",
  send: "M3 10l14-6-5 13-3-5zM9 12l8-8",
  thread: "M4 4h12v9H9l-3 3v-3H4zM7 7.500h6M7 10h4",
  more: "M10 4.500v.01M10 10v.01M10 15.500v.01",
  smile: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM7.500 8v.01M12.500 8v.01M7 11.500c1.500 2 4.500 2 6 0",
  bolt: "M11 2L4 11h5l-1 7 7-9h-5z",
  clip: "M14 7l-6 6a1.800 1.800 0 0 0 2.500 2.500l6-6a3.500 3.500 0 0 0-5-5l-6 6a5 5 0 0 0 7 7l5-5",
  clock: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l3 2",
  contrast: "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
  lock: "M5 9h10v7H5zM7 9V6.500a3 3 0 0 1 6 0V9",
  hash: "M7.500 3L6 17M14 3l-1.500 14M4 7.500h13M3 12.500h13",
  warn: "M10 3l8 14H2zM10 8v4M10 14.500v.01",
  eye: "M2 10c4-6 12-6 16 0-4 6-12 6-16 0zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  trash: "M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11",
  panel: "M3 4h14v12H3zM12 4v12",
  shared: "M10 3l7 7-7 7-7-7z",
  wrench: "M13 3a4 4 0 0 0-3.500 6L3 15.500 4.500 17 11 10.500A4 4 0 0 0 17 7l-2.500 1.500-2-2L14 4z",
  up: "M6 10l4-4 4 4M10 6v9",
};

/** A small line drawing, hidden from screen readers; the button around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 20 20", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A button with an icon and a spoken name. */
export function iconButton(name, label, onclick, attributes = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...attributes }, icon(name));
}

let counter = 0;
/** An id no other element of this page has. */
export function freshId(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}

/** Says something to screen readers only. */
export function speak(sentence) {
  document.getElementById("spoken").textContent = sentence;
}

/** Shows a sentence for a few seconds. */
export function toast(sentence, kind = "problem") {
  const box = h("p", { class: `toast ${kind}` }, sentence, iconButton("close", "Dismiss", () => box.remove()));
  document.getElementById("toasts").append(box);
  setTimeout(() => box.remove(), 9000);
}

/** Gives the focus back after a window. Chromium puts no caret into a field that was still inert when its dialog closed, so it is
 * done once more when the page has settled. */
export function giveBack(element) {
  element?.focus?.({ preventScroll: true });
  requestAnimationFrame(() => {
    if (document.activeElement !== element) return;
    element.blur();
    element.focus({ preventScroll: true });
  });
}

/** Runs `redraw` and puts the cursor back into the element with the same `data-key`. */
export function keepingFocus(container, redraw) {
  const active = container.contains(document.activeElement) ? document.activeElement.closest("[data-key]") : null;
  const key = active?.dataset.key;
  const selection = active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  redraw();
  if (!key) return;
  const again = [...container.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
  if (!again) return;
  again.focus({ preventScroll: true });
  try {
    if (selection && selection[0] !== null) again.setSelectionRange(...selection);
  } catch {
    // date and number fields have no caret to set
  }
}
