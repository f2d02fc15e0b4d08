"""The first-week tour, *I am a …*, and the owners' *Still right* and *Needs work*."""

from __future__ import annotations

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.content.tour import Tour
from bot.people.person import Act
from bot.problems import PersonError
from bot.rooms.learning import tour_of
from bot.services import Services
from bot.views import answers as answer_views
from bot.views import ids
from bot.views import learning as views
from bot.views.kit import Block
from handlers import payload
from handlers.home import publish_for
from handlers.payload import Json

NO_TOUR = "The tour is not in the knowledge base. A coordinator can add knowledge/tour/first-week.yaml."


def register(app: App) -> None:
    app.action(ids.TOUR_OPEN)(open_tour)
    app.action(ids.TOUR_BACK)(one_back)
    app.action(ids.TOUR_SHOW)(show_whole_answer)
    app.action(ids.TOUR_HIDE)(put_tour_away)
    app.view(ids.TOUR_WINDOW)(next_card)
    app.view(ids.TOUR_CHECK)(check_oneself)
    app.action(ids.ROLE_START)(open_role)
    app.action(ids.REVIEW_RIGHT)(still_right)
    app.action(ids.REVIEW_NEEDS_WORK)(needs_work)


def open_tour(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """At the first card that is unread; from the start for somebody who has finished."""
    tour, person = _tour_for(body, services), payload.person(body)
    progress = services.learning.tours.progress(person)
    place = 0 if progress.finished else progress.next_card(tour)
    client.views_open(trigger_id=payload.trigger(body), view=_card_or_check(tour, place))
    ack()


def next_card(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """Keeps that the card was read, then shows the next one or the self-check."""
    tour, person = _tour_for(body, services), payload.person(body)
    card = payload.metadata(body)
    services.learning.tours.note_read(person, card, key=payload.delivery_key(body))
    place = tour.place(card)
    ack(response_action="update", view=_card_or_check(tour, 0 if place is None else place + 1))
    publish_for(person, client, services)


def one_back(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    tour, place = _tour_for(body, services), int(payload.pressed_value(body) or 0)
    ack()
    client.views_update(view_id=body["view"]["id"], view=_card_or_check(tour, place))


def show_whole_answer(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """On top of the card; closing it leads back to the tour."""
    answer = services.answers.show(payload.pressed_value(body))
    if answer is not None:
        client.views_push(trigger_id=payload.trigger(body), view=answer_views.found_window(answer))
    ack()


def check_oneself(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """What was wrong is said beside the question; when all is right, that is kept."""
    tour, person = _tour_for(body, services), payload.person(body)
    typed = payload.values(body)
    chosen = [_number(typed.get(views.question_block(place))) for place in range(len(tour.questions))]
    wrong = services.learning.tours.finish(person, tour, chosen, key=payload.delivery_key(body))
    if wrong:
        ack(response_action="errors", errors={views.question_block(place): why for place, why in wrong.items()})
        return
    ack(response_action="update", view=views.done_window(tour))
    publish_for(person, client, services)


def put_tour_away(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    services.learning.tours.hide(payload.person(body), key=payload.delivery_key(body))
    ack()
    publish_for(payload.person(body), client, services)


def open_role(ack: Ack, body: Json, client: WebClient, services: Services) -> None:
    """The role's card in a window."""
    answer = services.answers.show(payload.pressed_value(body))
    if answer is not None and services.people.who(payload.person(body)).may(Act.ASK):
        client.views_open(trigger_id=payload.trigger(body), view=views.role_window(answer))
    ack()


def still_right(ack: Ack, body: Json, services: Services) -> None:
    services.learning.reviews.say(
        payload.pressed_value(body), "right", by=payload.person(body), key=payload.delivery_key(body)
    )
    ack()


def needs_work(ack: Ack, body: Json, services: Services) -> None:
    services.learning.reviews.say(
        payload.pressed_value(body), "needs-work", by=payload.person(body), key=payload.delivery_key(body)
    )
    ack()


def _tour_for(body: Json, services: Services) -> Tour:
    """The tour, for members only. Raises PersonError."""
    if not services.people.who(payload.person(body)).may(Act.ASK):
        raise PersonError("The tour is for members of the task force.")
    tour = tour_of(services)
    if tour is None:
        raise PersonError(NO_TOUR)
    return tour


def _card_or_check(tour: Tour, place: int) -> Block:
    return views.card_window(tour, place) if 0 <= place < len(tour.cards) else views.check_window(tour)


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, str) and value.isdigit() else None
