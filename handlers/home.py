"""The Home tab, the agent panel, and the first words to somebody new."""

from __future__ import annotations

import logging

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.content.entry import Entry
from bot.people.person import Person
from bot.services import Services
from bot.views import answers as answer_views
from bot.views import home as views
from bot.views.kit import Block
from handlers import payload
from handlers.payload import Json
from handlers.people import profile_of
from handlers.replying import direct

log = logging.getLogger("taskforce")
MOST_TOPICS = 5
FIRST_TOPICS = ("immediate-danger", "first-five-minutes", "how-referrals-work", "consent-before-referral", "new-staff-first-week")


def register(app: App) -> None:
    app.event("app_home_opened")(home_opened)
    app.event("team_join")(somebody_joined)
    app.event("app_context_changed")(context_changed)


def home_opened(body: Json, client: WebClient, services: Services) -> None:
    """Published anew each time, so that it is never stale; the messages tab gets its suggested prompts."""
    event = body["event"]
    user = payload.person(body)
    person = services.people.who(user)
    if event.get("tab") == "messages":
        return
    client.views_publish(user_id=user, view=home_of(person, services))


def home_of(person: Person, services: Services) -> Block:
    if not person.is_member:
        hotline = answer_views.hotline_only(services.answers.contacts(("nat-911", "nat-988", "nat-nhth")))
        return {"type": "home", "blocks": list(hotline.blocks)}
    return views.home_tab(
        person.name, _popular(person, services), _recent(services), services.notices_for(person), services.home_sections(person)
    )


def somebody_joined(body: Json, client: WebClient, services: Services) -> None:
    """A new member gets a welcome; guests and bots do not."""
    profile = profile_of(body["event"]["user"])
    services.people.learn(profile)
    if services.people.who(profile.id).is_member:
        direct(client, profile.id, views.welcome())


def context_changed() -> None:
    """The agent panel looks at another channel. What stands there is none of the assistant's business."""


def publish_for(user: str, client: WebClient, services: Services) -> None:
    """Shows a person's Home as it is now; a failure only leaves the old one standing."""
    try:
        client.views_publish(user_id=user, view=home_of(services.people.who(user), services))
    except SlackApiError as error:
        log.warning("Home was not published: %s", error.response.get("error"))


def _popular(person: Person, services: Services) -> list[Entry]:
    entries = services.library.entries
    wanted = [person.agency_kind] if person.agency_kind else []
    own = [entry.id for entry in entries.values() if entry.theme == "roles" and set(wanted) & set(entry.audience)][:1]
    ids = dict.fromkeys((*own, *services.answers.popular(MOST_TOPICS), *FIRST_TOPICS))
    return [entries[entry_id] for entry_id in ids if entry_id in entries][:MOST_TOPICS]


def _recent(services: Services) -> list[Entry]:
    entries = map(services.answers.as_confirmed, services.library.entries.values())
    return sorted(entries, key=lambda entry: (entry.reviewed, entry.id), reverse=True)[:3]
