"""views.*: opening, stacking and changing windows, publishing Home tabs."""

from __future__ import annotations

from ..checking import Refused
from ..triggers import Trigger, TriggerError
from ..workspace import Workspace
from ..world import Json
from .calls import Method


def _trigger(w: Workspace, arguments: Json) -> Trigger:
    try:
        return w.triggers.check(arguments["trigger_id"])
    except TriggerError as wrong:
        raise Refused(wrong.code) from None


def open_view(w: Workspace, arguments: Json) -> Json:
    """A new window for the person whose trigger it is."""
    trigger = _trigger(w, arguments)
    window = w.windows.open(trigger.user, arguments["view"])
    w.triggers.use_up(arguments["trigger_id"])
    return {"view": window.shown(with_state=False)}


def push_view(w: Workspace, arguments: Json) -> Json:
    """One more window on the stack, from something done inside a window."""
    trigger = _trigger(w, arguments)
    if trigger.view is None:
        raise Refused("not_found")
    window = w.windows.push(trigger.user, arguments["view"])
    w.triggers.use_up(arguments["trigger_id"])
    return {"view": window.shown(with_state=False)}


def update_view(w: Workspace, arguments: Json) -> Json:
    """New content for an open window."""
    if not (arguments.get("view_id") or arguments.get("external_id")):
        raise Refused("invalid_arguments", ["missing required field: view_id [json-pointer:/view_id]"])
    window = w.windows.find(arguments.get("view_id"), arguments.get("external_id"))
    w.windows.update(window, arguments["view"], arguments.get("hash"))
    return {"view": window.shown(with_state=False)}


def publish_view(w: Workspace, arguments: Json) -> Json:
    """Somebody's Home tab."""
    if not w.grants.home_tab:
        raise Refused("not_enabled")
    person = w.world.people.get(arguments["user_id"])
    if person is None or person.deleted or person.is_bot:
        raise Refused("invalid_arguments", ["invalid `user_id` [json-pointer:/user_id]"])
    return {"view": w.windows.publish(person.id, arguments["view"], arguments.get("hash")).shown(with_state=False)}


METHODS = {
    "views.open": Method(open_view, "trigger_id! interactivity_pointer view:json!", tier=4),
    "views.push": Method(push_view, "trigger_id! interactivity_pointer view:json!", tier=4),
    "views.update": Method(update_view, "view:json! view_id external_id hash", tier=4),
    "views.publish": Method(publish_view, "user_id! view:json! hash", tier=4),
}
