"""A pretend Slack in process, as strict as the real one, with a web page to try the assistant in.

It stands at the HTTP and WebSocket boundary, imports nothing else of `bot/`, and knows no Slack library. CONTROL.md
describes the same verbs over HTTP, the shapes of what `look` and `read` answer, and the values elements take.

    with PracticeSlack(manifest, rate_limits=False) as slack:     # or .start() and .stop(); slack.url is the page
        client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
        ...                                                       # SocketModeHandler(app, slack.app_token).connect()
        asked = slack.type("ana", "#task-force", "@assistant where are beds tonight?")
        slack.settle()
        slack.read("ana", "#task-force", thread_ts=asked.ts)

`PracticeSlack(manifest, people=None, channels=None, groups=None, **choices)`: without people the sample town
(`seed.py`). The manifest decides scopes, events, commands, shortcuts, Home tab and agent panel. Choices: `port=0`,
`start=datetime` and `frozen=True` (time stands still between `advance` calls), `rate_limits=True`, `ack_seconds=3.0`,
`trigger_seconds=3.0`, `seed=1`, `record=path` (a line `{"method", "payload"}` for each call), `short_pages=True`,
`request_url=address` (HTTP mode instead of Socket Mode).

Verbs answer a `Result` (`ok, error, shown, errors, ts, channel, view, options, …`) once the bot has acknowledged or
three seconds have passed; people and channels are named by handle, name or id, the assistant's DM by `"app"`:

- talking: `type(user, channel, text, thread_ts=, broadcast=)` `edit` `delete` `command(user, channel, "/ask …")`
  `shortcut(user, callback_id)` `message_shortcut(user, callback_id, channel, ts)` `react` `unreact`
  `upload(user, channel, name, text= | base64=)` `upload_file` `join` `leave` `invite(user, channel, who)`
  `open_dm(user, with_)` `dismiss` `reload(user)`
- using: `press(user, action_id, value, block_id=, channel=, ts= | view= | home=True, enter=)`
  `fill(user, block_id, value, …)` `suggest(user, action_id, text, …)` `close(user, view=, all=)`
  `submit(user, view=, values={block_id: value})` `open_home(user)` `open_messages(user)` `open_agent(user, channel=)`
- the town: `add_person(name, …, channels=)` `deactivate` `reactivate` `change_person` `add_channel` `archive`
  `unarchive` `rename` `share` `set_group(handle, users)` `revoke_tokens()` `uninstall()`
- looking: `look(user)` (State) `read(user, channel, thread_ts=)` (messages as that person sees them) `log()`
  `calls` `refusals`
- time and trouble: `now()` `advance(seconds)` `settle(seconds=10)` `also_wait_for(callable)` `deliver_again(event_id=)`
  `add_fault(method, kind, times=, seconds=, chance=)` `clear_faults()` `disconnect(reason)` `kill_sockets()`
  `set_faults(rate_limits=, latency=, duplicates=, shuffle=)` `verify_request_url()`
"""

from __future__ import annotations

from .slack import PracticeSlack
from .verbs import Result
from .world import Channel, Person, UserGroup

__all__ = ["Channel", "Person", "PracticeSlack", "Result", "UserGroup"]
