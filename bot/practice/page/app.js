// The page as a whole: whose eyes we look through, which place is open, and when to look again.

import * as api from "./api.js";
import { keepingFocus, toast } from "./dom.js";
import { askText } from "./dialogs.js";
import { Windows } from "./modal.js";
import { unescape } from "./mrkdwn.js";
import { AgentPanel, ChannelPage, HomePage, ThreadPanel } from "./pages.js";
import { drawSidebar } from "./sidebar.js";
import { applyTheme, drawTopbar } from "./topbar.js";
import { Town } from "./town.js";

const part = (id) => document.getElementById(id);

let town = null;
// Until somebody has been chosen; the first of the sample town's people.
const FIRST_PERSON = "ana";

let route = { person: null, place: null, thread: null };
let page = null;
let panel = null;
let agentOpen = false;
let shownTo = null;
let stopListening = () => {};
let tickClock = () => {};
const drafts = new Map();
const seen = new Map();
let openedAt = null;

/** Does something as the person shown; what goes wrong is told in a toast, unless the page shows it in its place already. */
async function perform(verb, what = {}) {
  try {
    const result = await api.act(verb, town.me.id, what);
    if (!result.ok && !Object.keys(result.errors ?? {}).length) {
      await refresh();
      const sentence = result.shown ?? `Slack refused this: ${result.error}`;
      const { notices, modals } = town.state;
      if (!notices.some((one) => one.text === sentence) && !modals.some((view) => view.trouble === sentence)) toast(sentence);
    }
    return result;
  } catch (problem) {
    toast(problem.message);
    return { ok: false, error: problem.message, shown: problem.message };
  }
}

async function change(path, what) {
  try {
    await api.change(path, what);
    await refresh();
  } catch (problem) {
    toast(problem.message);
  }
}

const desk = {
  perform,
  draft: (key) => drafts.get(`${town.me.id}/${key}`) ?? "",
  keepDraft: (key, text) => drafts.set(`${town.me.id}/${key}`, text),
  closePanel: () => (agentOpen ? toggleAgent() : go({ thread: null })),
  toggleAgent: () => toggleAgent(),
  forMessages: () => ({
    perform,
    openThread: (ts, channel) => go({ thread: ts, channel }),
    edit: async (message) => {
      const text = await askText("Edit the message", "Message", unescape(message.text ?? ""));
      if (text !== null) perform("edit", { channel: message.channel, ts: message.ts, text });
    },
  }),
};

async function toggleAgent() {
  agentOpen = !agentOpen;
  if (agentOpen) {
    route.thread = null;
    await perform("open_agent", page?.id ? { channel: page.id } : {});
  }
  await refresh();
  (agentOpen ? part("agent-composer") : part("agent-toggle"))?.focus();
}

function go({ thread = route.thread, channel = null }) {
  const place = channel && channel !== channelOf(route.place) ? channel : route.place;
  if (thread) agentOpen = false;
  location.hash = `#/${town.me.name}/${place}${thread ? `/${thread}` : ""}`;
  if (thread === null) requestAnimationFrame(() => part("composer")?.focus());
}

function readRoute() {
  const [, person, place, thread] = location.hash.split("/").map(decodeURIComponent);
  return { person: person || localStorage.getItem("practice-person") || FIRST_PERSON, place: place || null, thread: thread || null };
}

const channelOf = (place) => (place === "messages" ? town.state.app.channel : place === "home" ? null : place);

function firstPlace() {
  const channels = town.channels();
  const general = channels.find((one) => one.kind === "public" && one.is_member) ?? channels[0];
  return general?.id ?? "messages";
}

function unread(channel) {
  if (!channel?.last_ts) return false;
  return channel.last_ts > (seen.get(`${town.me.id}/${channel.id}`) ?? openedAt);
}

let running = null;
let again = false;
/** Looks at the server and draws what it says; one look at a time, so that an old answer never overtakes a new one. */
function refresh() {
  again = true;
  running ??= (async () => {
    while (again) {
      again = false;
      const { person } = route;
      let state = await api.state(person);
      if (person !== route.person) continue;
      if ((route.place === "messages" || agentOpen) && !state.app.channel) {
        // the assistant's Messages tab is there before anybody has written in it
        await api.act("open_dm", person, { with: state.app.user });
        state = await api.state(person);
      }
      town = new Town(state);
      openedAt ??= `${Math.floor(town.state.now_ts)}.999999`;
      await draw();
    }
  })().finally(() => {
    running = null;
  });
  return running;
}

/** Channels' messages of the agent panel: each root followed by its replies. */
async function conversation(channel) {
  const roots = await api.messages(town.me.id, channel);
  const threads = await Promise.all(roots.map((root) => (root.reply_count ? api.messages(town.me.id, channel, root.ts) : [root])));
  return threads.flat();
}

function choosePage() {
  const channel = channelOf(route.place);
  if (route.place === "home") {
    if (page instanceof HomePage) return;
    page = new HomePage(town, desk);
  } else {
    if (page?.id === channel && page.place === route.place) return;
    page = new ChannelPage(town.channel(channel), town, desk, route.place);
  }
  part("main").replaceChildren(...page.nodes);
}

function choosePanel() {
  const channel = channelOf(route.place);
  const wanted = agentOpen ? "agent" : route.thread && channel ? `${channel}/${route.thread}` : null;
  if (panel?.wanted !== wanted) {
    panel = wanted && (agentOpen ? new AgentPanel(town, desk) : new ThreadPanel(channel, route.thread, town, desk));
    if (panel) panel.wanted = wanted;
    part("panel").replaceChildren(...(panel?.nodes ?? []));
  }
  part("panel").hidden = !panel;
  if (panel) part("panel").setAttribute("aria-label", panel.title);
  document.body.classList.toggle("panel-open", Boolean(panel));
}

async function drawMessages() {
  const { person } = route;
  const [forPage, forPanel] = await Promise.all([
    page instanceof ChannelPage ? api.messages(town.me.id, page.id).catch(() => []) : [],
    panel instanceof ThreadPanel ? api.messages(town.me.id, panel.channel, panel.thread).catch(() => []) : panel ? conversation(panel.channel) : [],
  ]);
  if (person !== route.person) return;
  page.update(town, forPage);
  panel?.update(town, forPanel);
  const last = forPage.at(-1);
  if (page.id) seen.set(`${town.me.id}/${page.id}`, [town.channel(page.id)?.last_ts, last?.ts].filter(Boolean).sort().at(-1) ?? "");
}

async function draw() {
  if (shownTo !== town.me.id) {
    page = null;
    panel = null;
    shownTo = town.me.id;
  }
  const reachable = ["home", "messages"].includes(route.place) || town.channel(route.place);
  if (!reachable) {
    route = { ...route, place: firstPlace(), thread: null };
    history.replaceState(null, "", `#/${town.me.name}/${route.place}`);
  }
  choosePage();
  choosePanel();
  await drawMessages();
  keepingFocus(part("sidebar"), () => part("sidebar").replaceChildren(...drawSidebar(town, route, { person: actAs, dm: openDm }, unread)));
  new Set(town.state.notices.filter((one) => !one.channel && !one.view)).forEach(tellOnce);
  windows.update(town.state.modals, town);
  const banner = part("banner");
  banner.hidden = town.state.app.connected;
  banner.textContent = town.state.app.connected ? "" : `${town.state.app.name} is not connected: what you type is kept, but nobody answers.`;
  document.title = `${page.id ? town.title(town.channel(page.id)) : town.state.app.name} · Practice workspace`;
  tickClock();
}

const told = new Set();
function tellOnce(notice) {
  if (told.has(notice.id)) return;
  told.add(notice.id);
  toast(notice.text);
}

async function openDm(person) {
  const result = await perform("open_dm", { with: person });
  if (result.channel) location.hash = `#/${town.me.name}/${result.channel}`;
}

function actAs(name) {
  const channel = channelOf(route.place);
  location.hash = `#/${name}/${channel && route.place !== "messages" ? channel : route.place}`;
}

let waiting = false;
/** Looks again soon, once, however many changes arrive meanwhile. */
function lookAgain() {
  if (waiting) return;
  waiting = true;
  setTimeout(async () => {
    waiting = false;
    await refresh().catch((problem) => toast(problem.message));
  }, 40);
}

function listen() {
  stopListening();
  stopListening = api.changes(town.me.id, town.state.seq, lookAgain, (cut) => {
    if (!cut && document.body.classList.contains("cut-off")) lookAgain();
    document.body.classList.toggle("cut-off", cut);
  });
}

async function followRoute() {
  const next = readRoute();
  const moved = next.person !== route.person;
  const opened = next.place !== route.place;
  if (moved) agentOpen = false;
  route = next;
  document.body.classList.remove("sidebar-open");
  part("menu")?.setAttribute("aria-expanded", "false");
  await refresh();
  localStorage.setItem("practice-person", town.me.name);
  if (moved) listen();
  if (opened && route.place === "home") await perform("open_home");
  if (opened && route.place === "messages") await perform("open_messages");
  if (opened || moved) (route.thread ? part("reply") : part("composer"))?.focus({ preventScroll: true });
  else if (route.thread) part("reply")?.focus({ preventScroll: true });
}

const windows = new Windows((verb, what) => perform(verb, what), () => refresh());

applyTheme();
tickClock = drawTopbar(part("topbar"), () => town, change);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("sidebar-open")) part("menu").click();
  else if (event.key === "Escape" && panel && part("panel").contains(document.activeElement)) desk.closePanel();
});
window.addEventListener("hashchange", () => followRoute().catch((problem) => toast(problem.message)));
/** A page that is loaded has lost what only its former self showed: ephemeral messages, windows, notices. */
async function begin() {
  try {
    await api.act("reload", readRoute().person);
  } catch {
    // Somebody of another town was remembered.
    localStorage.removeItem("practice-person");
    history.replaceState(null, "", "#");
  }
  await followRoute();
}
begin().catch((problem) => toast(`The practice server cannot be reached. ${problem.message}`));
