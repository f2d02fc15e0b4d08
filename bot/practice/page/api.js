// The one door to the practice server: its control API (see ../CONTROL.md) and nothing else.

async function answer(response) {
  const body = await response.json().catch(() => ({ ok: false, error: `The practice server answered ${response.status}.` }));
  if (!response.ok || body.ok === false) throw new Error(body.error || `The practice server answered ${response.status}.`);
  return body;
}

async function look(path, query) {
  const words = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== null));
  return answer(await fetch(`/practice/${path}?${words}`, { cache: "no-store" }));
}

async function post(path, body = {}) {
  const response = await fetch(`/practice/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer(response);
}

/** Everything around the messages, as this person sees it. */
export const state = (person) => look("state", { as: person });

/** The messages of a channel, or of one thread in it, oldest first. */
export async function messages(person, channel, thread) {
  return (await look("messages", { as: person, channel, thread_ts: thread })).messages;
}

/** Does `verb` as `person`; resolves to what that person gets to see of it. */
export async function act(verb, person, what = {}) {
  return (await post(`act/${verb}`, { user: person, ...what })).result;
}

/** Changes the clock, the network or the town. */
export const change = (path, what) => post(path, what);

/** Calls `heard` for each change that concerns `person`; returns a function that stops listening. */
export function changes(person, since, heard, trouble) {
  const source = new EventSource(`/practice/changes?${new URLSearchParams({ as: person, since })}`);
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onopen = () => trouble(false);
  source.onerror = () => trouble(true);
  return () => source.close();
}

/** A file's bytes as base64, as the `upload` and `upload_file` verbs want them. */
export async function asBase64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
