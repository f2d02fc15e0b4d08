"""How people, channels, messages, files and windows look to the bot: the objects of Slack's answers and events."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from zoneinfo import ZoneInfo

from . import ids
from .grants import Grants
from .world import Channel, File, Json, Message, Person, UserGroup, World

_ICON = "https://a.slack-edge.com/80588/img/plugins/app/bot_36.png"


def profile(person: Person, *, with_email: bool) -> Json:
    """The profile part of a user; the address only for those who may read it, and never of strangers."""
    first, _, last = person.real_name.partition(" ")
    shown: Json = {
        "title": person.title,
        "phone": "",
        "skype": "",
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.display_name,
        "display_name_normalized": person.display_name,
        "status_text": "",
        "status_emoji": "",
        "status_expiration": 0,
        "avatar_hash": f"g{hashlib.sha256(person.id.encode()).hexdigest()[:11]}",
    }
    if with_email and person.email and person.kind != "stranger":
        shown["email"] = person.email
    return {
        **shown,
        "first_name": first,
        "last_name": last,
        "image_24": "https://secure.gravatar.com/avatar/x.jpg?s=24",
        "image_72": "https://secure.gravatar.com/avatar/x.jpg?s=72",
        "status_text_canonical": "",
        "team": person.team_id,
    }


def user(person: Person, now: float, *, with_email: bool) -> Json:
    """A user object. Strangers carry is_stranger; the single-channel guest both guest flags."""
    zone = datetime.fromtimestamp(now, ZoneInfo(person.tz))
    offset = zone.utcoffset()
    shown: Json = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name,
        "deleted": person.deleted,
        "color": person.color,
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": zone.tzname() or person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": profile(person, with_email=with_email),
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": person.is_guest,
        "is_ultra_restricted": person.kind == "single_channel_guest",
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": person.updated,
        "is_email_confirmed": person.email is not None,
        "who_can_share_contact_card": "EVERYONE",
    }
    if person.kind == "stranger":
        shown["is_stranger"] = True
        for hidden in ("is_email_confirmed", "is_admin", "is_owner", "is_primary_owner"):
            del shown[hidden]
    return shown


_GONE = ("id", "team_id", "name", "deleted", "profile", "is_bot", "is_app_user", "updated")


def looked_up_user(person: Person, now: float, *, with_email: bool) -> Json:
    """What users.info and users.list say: of somebody deactivated most flags are gone."""
    shown = user(person, now, with_email=with_email)
    return {key: shown[key] for key in _GONE} if person.deleted else shown


def channel(place: Channel, bot_is_member: bool) -> Json:
    """A channel object as conversations.info gives it."""
    other_teams = [ids.OTHER_TEAM] if place.is_ext_shared else []
    return {
        "id": place.id,
        "name": place.name,
        "is_channel": place.kind == "public",
        "is_group": place.kind == "private",
        "is_im": False,
        "is_mpim": place.kind == "mpim",
        "is_private": place.kind != "public",
        "created": place.created,
        "is_archived": place.is_archived,
        "is_general": place.is_general,
        "unlinked": 0,
        "name_normalized": place.name,
        "is_shared": place.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "context_team_id": ids.TEAM,
        "updated": place.created * 1000,
        "creator": place.creator,
        "is_ext_shared": place.is_ext_shared,
        "shared_team_ids": [ids.TEAM, *other_teams],
        "pending_connected_team_ids": [],
        **({"connected_team_ids": other_teams, "conversation_host_id": ids.TEAM} if place.is_ext_shared else {}),
        "is_member": bot_is_member,
        "topic": {"value": place.topic, "creator": "", "last_set": 0},
        "purpose": {"value": place.purpose, "creator": place.creator, "last_set": place.created},
        "previous_names": [],
    }


def dm(place: Channel) -> Json:
    """A DM of the bot as conversations.info gives it."""
    return {
        "id": place.id,
        "created": place.created,
        "is_archived": False,
        "is_im": True,
        "is_org_shared": False,
        "context_team_id": ids.TEAM,
        "updated": place.created * 1000,
        "user": place.other(ids.BOT_USER),
        "last_read": next(reversed(place.messages), "0000000000.000000"),
        "latest": None,
        "is_open": True,
        "priority": 0,
    }


def bot_profile(grants: Grants) -> Json:
    """Who posted, for the app's own messages."""
    return {
        "id": ids.BOT_ID,
        "deleted": False,
        "name": grants.name,
        "updated": 1_700_000_000,
        "app_id": ids.APP_ID,
        "user_id": ids.BOT_USER,
        "icons": {"image_36": _ICON},
        "team_id": ids.TEAM,
    }


def message(
    kept: Message, world: World, grants: Grants, base_url: str, *, all_metadata: bool = False, profile: bool = False
) -> Json:
    """A message as history, events and button presses show it. The payload of metadata only on request.

    `profile`: with who posted, as in events and in the answer to chat.postMessage.
    """
    person = world.people.get(kept.user)
    shown: Json = {"user": kept.user, "type": "message", "ts": kept.ts}
    if kept.client_msg_id:
        shown["client_msg_id"] = kept.client_msg_id
    if kept.bot_id:
        shown["bot_id"] = kept.bot_id
    if kept.bot_id == ids.BOT_ID:
        shown["app_id"] = ids.APP_ID
    shown["text"] = kept.text
    shown["team"] = person.team_id if person else ids.TEAM
    if profile and kept.bot_id == ids.BOT_ID:
        shown["bot_profile"] = bot_profile(grants)
    if kept.subtype:
        shown["subtype"] = kept.subtype
    if kept.blocks:
        shown["blocks"] = kept.blocks
    if kept.attachments:
        shown["attachments"] = kept.attachments
    if kept.files:
        shown["files"] = [file(world.files[one], base_url) for one in kept.files if one in world.files]
    if kept.metadata is not None:
        shown["metadata"] = kept.metadata if all_metadata else {"event_type": kept.metadata["event_type"]}
    if kept.edited:
        shown["edited"] = kept.edited
    if kept.reactions:
        shown["reactions"] = [{"name": n, "users": list(u), "count": len(u)} for n, u in kept.reactions.items()]
    shown.update(kept.extra)
    return {**shown, **_thread(kept, world)}


def _thread(kept: Message, world: World) -> Json:
    place = world.channels.get(kept.channel)
    if kept.is_reply:
        root = place.messages.get(kept.thread_ts or "") if place else None
        return {"thread_ts": kept.thread_ts, **({"parent_user_id": root.user} if root else {})}
    if not kept.replies or place is None:
        return {}
    writers = list(dict.fromkeys(place.messages[ts].user for ts in kept.replies))
    return {
        "thread_ts": kept.ts,
        "reply_count": len(kept.replies),
        "reply_users_count": len(writers),
        "latest_reply": kept.replies[-1],
        "reply_users": writers[:5],
        "is_locked": False,
        "subscribed": ids.BOT_USER in writers or kept.user == ids.BOT_USER,
    }


def file(kept: File, base_url: str) -> Json:
    """A file object; its address needs the bot's token."""
    address = f"{base_url}/files/{kept.id}/{kept.name}"
    return {
        "id": kept.id,
        "created": kept.created,
        "timestamp": kept.created,
        "name": kept.name,
        "title": kept.title or kept.name,
        "mimetype": kept.mimetype,
        "filetype": kept.name.rpartition(".")[2] if "." in kept.name else "",
        "user": kept.user,
        "size": kept.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "url_private": address,
        "url_private_download": address,
        "permalink": address,
        "shares": {},
        "channels": list(kept.channels),
        "groups": [],
        "ims": [],
    }


def group(kept: UserGroup, *, with_users: bool) -> Json:
    """A user group object."""
    return {
        "id": kept.id,
        "team_id": ids.TEAM,
        "is_usergroup": True,
        "is_subteam": True,
        "name": kept.name,
        "description": "",
        "handle": kept.handle,
        "is_external": False,
        "date_create": 1_700_000_000,
        "date_update": kept.updated,
        "date_delete": 0,
        "auto_type": None,
        "auto_provision": False,
        "created_by": ids.SLACKBOT,
        "updated_by": ids.SLACKBOT,
        "deleted_by": None,
        "prefs": {"channels": [], "groups": []},
        **({"users": list(kept.users)} if with_users else {}),
        "user_count": len(kept.users),
        "channel_count": 0,
    }


def size_of(value: object) -> int:
    """Bytes of the JSON of something: for the limits on windows and metadata."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
