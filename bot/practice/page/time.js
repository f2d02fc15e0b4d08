// Times as the person reads them: their own zone, the practice clock's "today".

const formatters = new Map();

function formatter(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat("en-US", { ...options, timeZone: zone }));
  return formatters.get(key);
}

const write = (seconds, zone, options) => formatter(zone, options).format(new Date(seconds * 1000));

/** "9:05 AM" */
export const clockTime = (seconds, zone) => write(seconds, zone, { hour: "numeric", minute: "2-digit" });

/** The wall clock in `zone` as {year, month, day, hour, minute, second}, numbers. */
export function wall(seconds, zone) {
  const options = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" };
  const parts = formatter(zone, options).formatToParts(new Date(seconds * 1000));
  return Object.fromEntries(parts.filter((part) => part.type !== "literal").map((part) => [part.type, Number(part.value)]));
}

const asUtc = (time) => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;

/** Epoch seconds of a wall time in `zone`; the earlier one where a clock change makes it doubtful. */
export function epoch(time, zone) {
  const wanted = asUtc(time);
  let guess = wanted;
  for (let round = 0; round < 3; round += 1) guess += wanted - asUtc(wall(guess, zone));
  return guess;
}

const dayNumber = (seconds, zone) => Math.floor(asUtc({ ...wall(seconds, zone), hour: 0, minute: 0, second: 0 }) / 86400);

/** -1 yesterday, 0 today, 1 tomorrow, as `zone` sees it. */
export const daysFrom = (now, seconds, zone) => dayNumber(seconds, zone) - dayNumber(now, zone);

const RELATIVE = { "-1": "yesterday", 0: "today", 1: "tomorrow" };
const DATES = {
  date_num: null,
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
};

function dateWords(token, seconds, zone, now) {
  const kind = token.replace("_pretty", "");
  if (token.endsWith("_pretty")) {
    const near = RELATIVE[daysFrom(now, seconds, zone)];
    if (near) return near;
  }
  if (kind === "date_num") {
    const { year, month, day } = wall(seconds, zone);
    return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  }
  return write(seconds, zone, DATES[kind]);
}

function ago(seconds, now) {
  const distance = Math.abs(now - seconds);
  const [amount, unit] = distance < 3600 ? [distance / 60, "minute"] : distance < 86400 ? [distance / 3600, "hour"] : [distance / 86400, "day"];
  const count = Math.max(1, Math.round(amount));
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return seconds <= now ? `${words} ago` : `in ${words}`;
}

/** Slack's date formats: `{date_short_pretty} at {time}` and friends; null if a token is unknown. */
export function slackDate(seconds, format, zone, now) {
  let known = true;
  const text = format.replace(/\{(\w+)\}/g, (whole, token) => {
    if (token === "time") return clockTime(seconds, zone);
    if (token === "time_secs") return write(seconds, zone, { hour: "numeric", minute: "2-digit", second: "2-digit" });
    if (token === "ago") return ago(seconds, now);
    if (token.replace("_pretty", "") in DATES) return dateWords(token, seconds, zone, now);
    known = false;
    return whole;
  });
  return known ? text.replace(/^\w/, (letter) => letter.toUpperCase()) : null;
}

/** The heading between two days of messages. */
export function dayHeading(seconds, zone, now) {
  return slackDate(seconds, "{date_long_pretty}", zone, now);
}

/** ["Wed, Jan 15", ", 2025", ", 9:00 AM"] for the clock in the top bar, which drops the year where there is no room. */
export const clockFace = (seconds, zone) => [
  write(seconds, zone, { weekday: "short", month: "short", day: "numeric" }),
  `, ${wall(seconds, zone).year}`,
  `, ${clockTime(seconds, zone)}`,
];

/** "2025-01-15T09:00" for a datetime-local field, and back. */
export function toLocalField(seconds, zone) {
  const time = wall(seconds, zone);
  const two = (number) => String(number).padStart(2, "0");
  return `${time.year}-${two(time.month)}-${two(time.day)}T${two(time.hour)}:${two(time.minute)}`;
}

export function fromLocalField(text, zone) {
  const [year, month, day, hour, minute] = text.split(/\D/).map(Number);
  return epoch({ year, month, day, hour, minute, second: 0 }, zone);
}

/** Seconds from `now` until the coming Monday, 8 in the morning, in `zone`. */
export function untilMonday(now, zone) {
  const today = wall(now, zone);
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  for (const days of [(8 - weekday) % 7, ((8 - weekday) % 7) + 7]) {
    const target = epoch({ ...today, day: today.day + days, hour: 8, minute: 0, second: 0 }, zone);
    if (target > now) return target - now;
  }
  return 0;
}
