// The top line: menu for narrow screens, the practice clock, trouble on purpose, light or dark.

import { h, icon, iconButton } from "./dom.js";
import { menuButton } from "./menus.js";
import { clockFace, untilMonday } from "./time.js";

const THEMES = ["auto", "light", "dark"];

/** The theme chosen on this machine, applied; `auto` follows the system. */
export function applyTheme(theme = localStorage.getItem("practice-theme") ?? "auto") {
  localStorage.setItem("practice-theme", theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  return theme;
}

function themeButton() {
  const button = iconButton("contrast", "", () => {
    applyTheme(THEMES[(THEMES.indexOf(applyTheme()) + 1) % THEMES.length]);
    name();
  }, { id: "theme" });
  const name = () => {
    const label = `Colors: ${applyTheme()}`;
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  name();
  return button;
}

function clock(town, change) {
  const forward = (label, seconds) => ({ label, run: () => change("clock/advance", { seconds: Math.ceil(seconds()) }) });
  const entries = () => [
    { heading: "Nothing waits: move the practice clock" },
    forward("Advance 1 hour", () => 3600),
    forward("Advance 1 day", () => 86400),
    forward("To Monday 8 AM", () => untilMonday(town().now(), town().me.tz)),
  ];
  const face = h("span", { id: "clock-face" });
  const tick = () => {
    if (!town()) return;
    const [day, year, time] = clockFace(town().now(), town().me.tz);
    face.replaceChildren(day, h("span", { class: "only-wide" }, year), time);
  };
  setInterval(tick, 1000);
  tick();
  return { button: menuButton([icon("clock"), face], "Practice clock", entries, { class: "bar-button", id: "clock" }), tick };
}

function trouble(change) {
  const entries = () => [
    { heading: "Make trouble, as the network does" },
    { label: "Next call is refused for 30 seconds (429)", run: () => change("faults/add", { method: "*", kind: "ratelimited", seconds: 30 }) },
    { label: "Next call takes 4 seconds", run: () => change("faults/add", { method: "*", kind: "slow", seconds: 4 }) },
    { label: "Next call fails (503)", run: () => change("faults/add", { method: "*", kind: "unavailable" }) },
    { label: "Next post is lost after Slack has it", run: () => change("faults/add", { method: "chat.postMessage", kind: "lost_after" }) },
    { label: "Deliver the last event again", run: () => change("deliver/again", {}) },
    { label: "Ask the assistant to reconnect", run: () => change("socket/disconnect", {}) },
    { label: "Cut the line without a word", run: () => change("socket/kill", {}) },
    { label: "End all planned trouble", run: () => change("faults/clear", {}) },
  ];
  return menuButton(icon("wrench"), "Make trouble", entries, { class: "icon-button" });
}

/** Fills the top bar once; `town()` is the newest town, `change(path, what)` posts to the server. */
export function drawTopbar(bar, town, change) {
  const face = clock(town, change);
  const toggle = iconButton("menu", "Channels and people", () => {
    const open = document.body.classList.toggle("sidebar-open");
    toggle.setAttribute("aria-expanded", String(open));
    if (open) document.querySelector("#sidebar select")?.focus();
  }, { id: "menu", class: "icon-button only-narrow", "aria-expanded": "false", "aria-controls": "sidebar" });
  bar.replaceChildren(toggle, h("h1", {}, "Practice workspace"), h("span", { class: "spring" }), face.button, trouble(change), themeButton());
  return face.tick;
}
