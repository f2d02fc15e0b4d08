// Who is who: looks names up in the state the server gave, for drawing.

const ROLE = {
  member: "member", guest: "guest", single_channel_guest: "single-channel guest", stranger: "from another organization",
  bot: "bot", app: "app", slackbot: "Slackbot",
};

/** Read-only views of one State; times come from the practice clock, which runs on between two looks. */
export class Town {
  constructor(state) {
    this.state = state;
    this.me = state.me;
    this.fetched = performance.now();
    this.byPerson = new Map(state.people.map((person) => [person.id, person]));
    this.byChannel = new Map([...state.browsable, ...state.channels].map((channel) => [channel.id, channel]));
  }

  now() {
    return this.state.now_ts + (performance.now() - this.fetched) / 1000;
  }

  person(id) {
    return this.byPerson.get(id);
  }

  channel(id) {
    return this.byChannel.get(id);
  }

  group(id) {
    return (this.state.groups ?? []).find((group) => group.id === id)?.handle;
  }

  people() {
    return this.state.people.filter((person) => !person.deleted);
  }

  channels() {
    return this.state.channels;
  }

  /** "#task-force", or the other person's name for a DM. */
  title(channel) {
    if (channel.kind === "im" || channel.kind === "mpim") {
      if (channel.is_app) return this.state.app.name;
      return this.person(channel.with)?.real_name ?? channel.name ?? "Direct message";
    }
    return `#${channel.name}`;
  }

  address(id) {
    return `#/${this.me.name}/${id}`;
  }

  /** "Ana Ruiz, coordinator" for the person switcher. */
  described(person) {
    const role = [person.title || null, person.kind === "member" && person.title ? null : ROLE[person.kind]].filter(Boolean).join(", ");
    return `${person.real_name}${role ? ` – ${role}` : ""}${person.deleted ? " (deactivated)" : ""}`;
  }

  /** What the assistant is doing in this thread, or nothing. */
  status(thread) {
    return this.state.app.status?.[thread] ?? "";
  }
}
