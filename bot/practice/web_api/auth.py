"""auth, apps, api, team and bots: who the app is and where it may connect."""

from __future__ import annotations

from .. import ids
from ..blocks import check_message_blocks, check_view
from ..checking import Refused
from ..sockets import TICKET_SECONDS
from ..workspace import Workspace
from ..world import Json
from .calls import Method


def auth_test(_w: Workspace, _: Json) -> Json:
    """Who am I."""
    return {
        "url": f"https://{ids.TEAM_DOMAIN}.slack.com/",
        "team": "Task Force",
        "user": "assistant",
        "team_id": ids.TEAM,
        "user_id": ids.BOT_USER,
        "bot_id": ids.BOT_ID,
        "is_enterprise_install": False,
    }


def open_connection(w: Workspace, _: Json) -> Json:
    """A one-time address for a socket."""
    if not w.grants.socket_mode or w.http is not None or not w.sockets.enabled:
        raise Refused("forbidden_team")
    ticket = w.sockets.ticket(w.ids.word("ticket"))
    w.timetable.after(TICKET_SECONDS, lambda: w.sockets.forget_ticket(ticket))
    return {"url": f"{w.base_url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={ids.APP_ID}"}


def team_info(_w: Workspace, arguments: Json) -> Json:
    """The workspace."""
    if arguments.get("team") not in (None, ids.TEAM):
        raise Refused("team_not_found")
    icon = {"image_default": True}
    return {
        "team": {
            "id": ids.TEAM,
            "name": "Task Force",
            "domain": ids.TEAM_DOMAIN,
            "email_domain": "example.org",
            "icon": icon,
        }
    }


def bots_info(w: Workspace, arguments: Json) -> Json:
    """One bot by its B id."""
    wanted = arguments.get("bot", ids.BOT_ID)
    person = next((p for p in w.world.people.values() if p.is_bot and f"B{p.id[1:]}" == wanted), None)
    if person is None:
        raise Refused("bot_not_found")
    return {
        "bot": {
            "id": wanted,
            "deleted": person.deleted,
            "name": person.real_name,
            "updated": person.updated,
            "app_id": ids.APP_ID if person.id == ids.BOT_USER else f"A{person.id[1:]}",
            "user_id": person.id,
            "icons": {},
        }
    }


def api_test(_w: Workspace, arguments: Json) -> Json:
    """Echoes an error on request."""
    if arguments.get("error"):
        raise Refused(arguments["error"], args=arguments)
    return {"args": arguments}


def validate_blocks(_w: Workspace, arguments: Json) -> Json:
    """blocks.validate: every fault with its pointer, no token needed."""
    given = [name for name in ("blocks", "view", "message") if name in arguments]
    if len(given) != 1:
        raise Refused("invalid_arguments", ["must provide exactly one of blocks, view, message"])
    if given[0] == "view":
        faults = check_view(arguments["view"])
    else:
        blocks = arguments["blocks"] if given[0] == "blocks" else arguments["message"].get("blocks", [])
        faults = check_message_blocks(blocks)
    errors = [{"code": f.code, "message": f.message, "pointer": f.pointer} for f in faults]
    return {"errors": errors} if errors else {}


def only_for_users(_w: Workspace, _: Json) -> Json:
    """Methods that no bot token may call."""
    raise Refused("not_allowed_token_type")


METHODS = {
    "auth.test": Method(auth_test, tier=5),
    "apps.connections.open": Method(open_connection, "app_token", token="app"),
    "team.info": Method(team_info, "team domain include_slackbot_availability:bool", ("team:read",)),
    "bots.info": Method(bots_info, "bot", ("users:read",)),
    "api.test": Method(api_test, "error", tier=4, token="none"),
    "blocks.validate": Method(validate_blocks, "blocks:json view:json message:json", tier=4, token="none"),
    "reminders.add": Method(only_for_users, "text! time! user recurrence", tier=2),
}
