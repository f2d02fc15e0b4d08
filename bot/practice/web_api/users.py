"""users.* and usergroups.*: who is here, with an address only for apps that may read addresses."""

from __future__ import annotations

from .. import ids, stored
from ..checking import Refused
from ..workspace import Workspace
from ..world import Json
from .calls import Method
from .conversations import channels_of_types, shown_channel
from .doors import page, visible_person


def _reads_addresses(w: Workspace) -> bool:
    return "users:read.email" in w.grants.scopes


def info(w: Workspace, arguments: Json) -> Json:
    """One person by id."""
    person = visible_person(w, arguments["user"])
    return {"user": stored.looked_up_user(person, w.clock.now(), with_email=_reads_addresses(w))}


def list_people(w: Workspace, arguments: Json) -> Json:
    """Everybody of this workspace, with bots, deactivated people and Slackbot; strangers are not in it."""
    own = [person for person in w.world.people.values() if person.kind != "stranger"]
    some, cursor = page(w, own, arguments, default=1000, most=1000)
    now, with_email = w.clock.now(), _reads_addresses(w)
    return {
        "members": [stored.looked_up_user(person, now, with_email=with_email) for person in some],
        "cache_ts": int(now),
        "response_metadata": {"next_cursor": cursor},
    }


def by_email(w: Workspace, arguments: Json) -> Json:
    """One active person by address."""
    wanted = arguments["email"].casefold()
    people = (p for p in w.world.people.values() if p.email and p.kind != "stranger" and not p.deleted)
    person = next((p for p in people if p.email and p.email.casefold() == wanted), None)
    if person is None:
        raise Refused("users_not_found")
    return {"user": stored.looked_up_user(person, w.clock.now(), with_email=True)}


def channels_of(w: Workspace, arguments: Json) -> Json:
    """The channels somebody is in that the app may know of; its own when nobody is named."""
    user = visible_person(w, arguments.get("user", ids.BOT_USER)).id
    known = (c for c in w.world.channels_of(user) if c.kind == "public" or ids.BOT_USER in c.members)
    found = channels_of_types(w, arguments, known)
    some, cursor = page(w, found, arguments, default=100, most=999)
    return {"channels": [shown_channel(c) for c in some], "response_metadata": {"next_cursor": cursor}}


def profile(w: Workspace, arguments: Json) -> Json:
    """One person's profile."""
    person = visible_person(w, arguments.get("user", ids.BOT_USER))
    return {"profile": {**stored.profile(person, with_email=_reads_addresses(w)), "fields": {}}}


def groups(w: Workspace, arguments: Json) -> Json:
    """All user groups."""
    with_users = bool(arguments.get("include_users"))
    return {"usergroups": [stored.group(group, with_users=with_users) for group in w.world.groups.values()]}


def group_members(w: Workspace, arguments: Json) -> Json:
    """Who is in one."""
    group = w.world.groups.get(arguments["usergroup"])
    if group is None:
        raise Refused("no_such_subteam")
    return {"users": list(group.users)}


METHODS = {
    "users.info": Method(info, "user! include_locale:bool", ("users:read",), tier=4),
    "users.list": Method(list_people, "cursor limit:int include_locale:bool", ("users:read",), tier=2),
    "users.lookupByEmail": Method(by_email, "email!", ("users:read.email",)),
    "users.conversations": Method(
        channels_of,
        "user types:list exclude_archived:bool cursor limit:int",
        ("channels:read", "groups:read", "im:read", "mpim:read"),
    ),
    "users.profile.get": Method(profile, "user include_labels:bool", ("users.profile:read",), tier=4),
    "usergroups.list": Method(
        groups, "include_count:bool include_disabled:bool include_users:bool", ("usergroups:read",), tier=2
    ),
    "usergroups.users.list": Method(group_members, "usergroup! include_disabled:bool", ("usergroups:read",), tier=2),
}
