"""Message text as Slack keeps it: escaped, addresses linked, mentions by id, and the rich_text block made from it."""

from __future__ import annotations

import re
from collections.abc import Callable

from .world import Json, World

MAX_TEXT = 40_000
_CONTROL = r"<(?:@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|![a-z]+(?:\^[^<>]*)?|(?:https?|mailto|tel|slack):[^<>|\s]+)(?:\|[^<>]*)?>"
_CODE = r"```.*?```|`[^`\n]+`"
_ADDRESS = r"https?://[^\s<>|]*[^\s<>|.,;:!?)\]'\"]"
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_STORED = re.compile(f"(?P<control>{_CONTROL})|(?P<code>{_CODE})|(?P<address>{_ADDRESS})|(?P<email>{_EMAIL})", re.DOTALL)
_TYPED = re.compile(
    f"(?P<person><@[UW][A-Z0-9]+>)|(?P<address>{_ADDRESS})|(?P<email>{_EMAIL})|(?<!\\w)(?P<mention>[@#][\\w.-]*\\w)",
    re.DOTALL,
)
_TOKEN = re.compile(r"<([^<>]+)>")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt);)")
EMOJI = {
    "✅": "white_check_mark", "❌": "x", "⚠️": "warning", "⚠": "warning", "👋": "wave", "👍": "+1",
    "🙏": "pray", "📞": "telephone_receiver", "☎️": "phone", "🔒": "lock", "📌": "pushpin", "🏠": "house",
    "🆘": "sos", "🚨": "rotating_light", "📅": "date", "⏰": "alarm_clock", "ℹ️": "information_source",
    "➡️": "arrow_right", "⬅️": "arrow_left", "✏️": "pencil2", "❤️": "heart", "🎉": "tada", "👀": "eyes",
    "🔔": "bell", "📝": "memo", "🔍": "mag", "❓": "question", "🟢": "large_green_circle", "🔴": "red_circle",
    "🟡": "large_yellow_circle",
}  # fmt: skip
_EMOJI = re.compile("|".join(sorted(EMOJI, key=len, reverse=True)))


def escape(text: str) -> str:
    """The three characters Slack escapes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape_rest(text: str) -> str:
    """What is left between the known tokens: entities stay, everything else is escaped."""
    escaped = _BARE_AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    return _EMOJI.sub(lambda found: f":{EMOJI[found[0]]}:", escaped)


def _replace(pattern: re.Pattern[str], text: str, token: Callable[[re.Match[str]], str], rest: Callable[[str], str]) -> str:
    pieces, last = [], 0
    for found in pattern.finditer(text):
        pieces += [rest(text[last : found.start()]), token(found)]
        last = found.end()
    return "".join([*pieces, rest(text[last:])])


def as_stored(text: str) -> str:
    """What an app sent, as Slack keeps it: too long is cut, bare addresses become links, stray signs are escaped."""

    def token(found: re.Match[str]) -> str:
        if found["address"]:
            return f"<{_BARE_AMPERSAND.sub('&amp;', found['address'])}>"
        if found["email"]:
            return f"<mailto:{found['email']}|{found['email']}>"
        return _BARE_AMPERSAND.sub("&amp;", found[0]) if found["control"] else _escape_rest(found[0])

    return _replace(_STORED, text[:MAX_TEXT], token, _escape_rest)


def as_typed(text: str, world: World, *, labels: bool = False) -> str:
    """What a person typed, as Slack keeps it. `labels` is the form slash commands get: `<@U…|name>`."""

    def mention(word: str) -> str:
        if word.startswith("#"):
            channel = world.find_channel(word)
            return f"<#{channel.id}|{channel.name}>" if channel else word
        if word in ("@here", "@channel", "@everyone"):
            return f"<!{word[1:]}>"
        person = world.find_person(word)
        if person is None:
            group = next((g for g in world.groups.values() if g.handle == word[1:]), None)
            return f"<!subteam^{group.id}>" if group else word
        return f"<@{person.id}|{person.name}>" if labels else f"<@{person.id}>"

    def token(found: re.Match[str]) -> str:
        if found["mention"]:
            return mention(found["mention"])
        if found["address"]:
            return f"<{found['address'].replace('&', '&amp;')}>"
        if found["email"]:
            return f"<mailto:{found['email']}|{found['email']}>"
        known = world.people.get(found[0][2:-1])
        if known is None:
            return escape(found[0])
        return f"<@{known.id}|{known.name}>" if labels else found[0]

    return _replace(_TYPED, text, token, escape)


def unescape(text: str) -> str:
    """Back to what a reader sees."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _rich_element(token: str) -> Json:
    target, _, label = token.partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    if target.startswith("!subteam^"):
        return {"type": "usergroup", "usergroup_id": target.removeprefix("!subteam^")}
    if target.startswith("!date^"):
        return {"type": "text", "text": unescape(label)}
    if target.startswith("!"):
        return {"type": "broadcast", "range": target[1:]}
    return {"type": "link", "url": unescape(target), **({"text": unescape(label)} if label else {})}


def rich_text(stored: str, block_id: str) -> list[Json]:
    """The rich_text block that goes with a stored text."""
    elements: list[Json] = []
    last = 0
    for found in _TOKEN.finditer(stored):
        if found.start() > last:
            elements.append({"type": "text", "text": unescape(stored[last : found.start()])})
        elements.append(_rich_element(found[1]))
        last = found.end()
    if last < len(stored):
        elements.append({"type": "text", "text": unescape(stored[last:])})
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": block_id, "elements": [section]}]


USABLE = re.compile(r"button|overflow|checkboxes|.*(?:select|picker|_input|_buttons?)")


def blocks_as_stored(blocks: list[Json], new_id: Callable[[], str]) -> list[Json]:
    """Blocks as Slack gives them back: ids where none were given, text objects with their defaults."""
    return [{**_fill(block, new_id), "block_id": block.get("block_id") or new_id()} for block in blocks]


def _fill(value: Json, new_id: Callable[[], str]) -> Json:
    kind = value.get("type")
    if kind == "rich_text":
        return value
    if kind == "plain_text" and isinstance(value.get("text"), str):
        return {**value, "emoji": value.get("emoji", True)}
    if kind == "mrkdwn" and isinstance(value.get("text"), str):
        return {**value, "text": as_stored(value["text"]), "verbatim": value.get("verbatim", False)}
    filled = {key: _fill_any(inner, new_id) for key, inner in value.items()}
    if isinstance(kind, str) and USABLE.fullmatch(kind) and not filled.get("action_id"):
        filled["action_id"] = new_id()
    return filled


def _fill_any(value: object, new_id: Callable[[], str]) -> object:
    if isinstance(value, dict):
        return _fill(value, new_id)
    return [_fill_any(inner, new_id) for inner in value] if isinstance(value, list) else value
