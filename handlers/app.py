"""Builds the Bolt app: lends `services` to every listener, drops repeated deliveries, answers every error once."""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any

from slack_bolt import App, BoltContext, BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.problems import Busy, PersonError, reference_code
from bot.services import Services
from bot.views import trouble
from handlers.hushing import hush

log = logging.getLogger("taskforce")
REMEMBERED_EVENTS = 20_000
# less than the three seconds Slack waits
PATIENCE_SECONDS = 2.0
TAKING = "taskforce_taking"
# Slack sends an event again at once, after a minute and after five (Events API, "Error handling"): attempts 0 to 3
SECOND_ATTEMPT, LAST_ATTEMPT = 1, 3
SAID_TO_US = ("message", "app_mention")
# slack_bolt 1.30: these two switch Bolt to OAuth mode without a word
OAUTH_VARIABLES = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")


def web_client(token: str, base_url: str | None = None) -> WebClient:
    """A client that never retries by itself: slack_sdk's default retry posted the same message twice (3.47, measured)."""
    return WebClient(token=token, retry_handlers=[], timeout=10, base_url=base_url or WebClient.BASE_URL)


def build_app(
    services: Services, client: WebClient, register: Callable[[App], None], *, process_before_response: bool = False
) -> App:
    """The Bolt app with every listener. `register` is `handlers.register`, handed in so that arrows point one way."""
    hush()
    for name in OAUTH_VARIABLES:
        os.environ.pop(name, None)
    app = App(
        client=client,
        signing_secret=services.settings.secrets.signing_secret or "socket-mode-needs-none",
        token_verification_enabled=False,
        process_before_response=process_before_response,
        raise_error_for_unhandled_request=False,
    )
    app.use(_Lend(services))
    app.use(_DropRepeats())
    app.error(answer_error)
    register(app)
    for listener in app._listeners:
        _commit_before_ack(listener)
    return app


def _commit_before_ack(listener: Any) -> None:
    """Events are acknowledged when the listener has ended well, not before it begins.

    slack_bolt 1.30 acknowledges an event first: what a process that dies then had not yet written, Slack never sends again.
    An event that fails is left to come again, for a locked database or a Slack that did not answer passes.
    """
    if not listener.auto_acknowledgement:
        return
    run = listener.run_ack_function

    def run_then_ack(*, request: BoltRequest, response: BoltResponse) -> Any:
        taking: _Taking = request.context.get(TAKING) or _Taking()
        try:
            answer = run(request=request, response=response)
        except Exception:
            taking.finished.set()
            raise
        request.context.ack()
        taking.well = True
        taking.finished.set()
        return answer

    listener.auto_acknowledgement = False
    listener.run_ack_function = run_then_ack


class _Lend:
    """Middleware: listeners take `services` as an argument."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __call__(self, context: BoltContext, next: Callable[[], BoltResponse]) -> BoltResponse:
        context["services"] = self._services
        return next()


@dataclass
class _Taking:
    """One event being worked on. `well` is read only once it is finished."""

    finished: Event = field(default_factory=Event)
    well: bool = False


class _DropRepeats:
    """Middleware: an event that was already taken goes no further, and is acknowledged once the first one is through.

    This only saves work; what writes is kept from happening twice by the delivery key in its own transaction. To
    acknowledge a repeat while the first is under way could lose both: then it is left to come again. One that failed is
    taken anew.
    """

    def __init__(self) -> None:
        self._seen: OrderedDict[str, _Taking] = OrderedDict()
        self._lock = Lock()

    def __call__(self, body: dict[str, Any], context: BoltContext, next: Callable[[], BoltResponse]) -> BoltResponse:
        event_id = body.get("event_id")
        if not event_id:
            return next()
        taking, is_ours = self._take(str(event_id))
        if not is_ours:
            is_through = taking.finished.wait(PATIENCE_SECONDS) and taking.well
            return BoltResponse(status=200 if is_through else 503, body="")
        context[TAKING] = taking
        return next()

    def _take(self, event_id: str) -> tuple[_Taking, bool]:
        with self._lock:
            known = self._seen.get(event_id)
            if known is not None and (known.well or not known.finished.is_set()):
                return known, False
            self._seen[event_id] = _Taking()
            if len(self._seen) > REMEMBERED_EVENTS:
                self._seen.popitem(last=False)
            return self._seen[event_id], True


def answer_error(
    error: Exception, body: dict[str, Any], context: BoltContext, client: WebClient, request: BoltRequest
) -> BoltResponse | None:
    """The one error handler. The person gets a sentence; the log gets the trace and a code, never what was typed.

    An event that failed is refused, so that Slack brings it again; the person is told so when that has failed too, and
    that it is over after the last attempt.
    """
    if isinstance(error, PersonError) or (isinstance(error, Busy) and "event" not in body):
        return _tell(client, context, body, error.sentence, keep=isinstance(error, Busy))
    code = reference_code()
    log.error("reference %s: %s", code, _nameless(error), exc_info=_trace(error))
    event = body.get("event")
    if event is None:
        return _tell(client, context, body, trouble.went_wrong(code))
    return _left_to_come_again(client, context, event, _attempt(request), code)


def _left_to_come_again(
    client: WebClient, context: BoltContext, event: dict[str, Any], attempt: int, code: str
) -> BoltResponse:
    """Refused, so that Slack brings it again. The last attempt is taken as done once the person knows that it is over."""
    is_over = attempt >= LAST_ATTEMPT
    if event.get("type") in SAID_TO_US and context.user_id and (is_over or attempt == SECOND_ATTEMPT):
        sentence = trouble.went_wrong(code) if is_over else trouble.trying_again(code)
        is_over &= _tell_apart(client, context.user_id, context.channel_id, sentence)
    return BoltResponse(status=200 if is_over else 503, body="")


def _attempt(request: BoltRequest) -> int:
    """0 for the first delivery of an event. Slack counts in a header, and in the envelope of Socket Mode."""
    given = (request.headers.get("x-slack-retry-num") or ["0"])[0]
    return int(given) if given.isdigit() else 0


def _tell(
    client: WebClient, context: BoltContext, body: dict[str, Any], sentence: str, *, keep: bool = False
) -> BoltResponse | None:
    """Says it where only this person sees it: in the window, in the answer to a command, ephemerally, or by direct message.

    `keep`: what was typed into a window stays, and the sentence stands beside its first field.
    Answers the acknowledgement, or None where it was given before. What could not be said is not acknowledged either.
    """
    ack = context.ack if context.ack.response is None else None
    if ack is not None and body.get("type") == "view_submission":
        field = next((block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input"), None)
        if keep and field is not None:
            return ack(response_action="errors", errors={field: sentence})
        return ack(response_action="update", view=trouble.window(sentence))
    if ack is not None and body.get("command"):
        return ack(text=sentence)
    told = not context.user_id or _tell_apart(client, context.user_id, context.channel_id, sentence)
    if ack is None:
        return None
    return ack() if told else BoltResponse(status=503, body="")


def _tell_apart(client: WebClient, user: str, channel: str | None, sentence: str) -> bool:
    """In a message of its own. False when Slack did not take it."""
    try:
        if channel and not channel.startswith("D"):
            client.chat_postEphemeral(channel=channel, user=user, text=sentence)
        else:
            client.chat_postMessage(channel=user, text=sentence)
    except (SlackApiError, OSError) as failure:
        log.warning("could not tell a person about an error: %s", type(failure).__name__)
        return False
    return True


def _nameless(error: Exception) -> str:
    """The kind of an error without its message: messages of foreign libraries may quote what people typed."""
    if isinstance(error, SlackApiError):
        return f"Slack answered {error.response.get('error')} to {error.response.api_url.rsplit('/', 1)[-1]}"
    return type(error).__name__


def _trace(error: Exception) -> Any:
    """The trace with the message taken out, for the same reason."""
    bare = type(error).__new__(type(error))
    bare.args = ()
    return (type(error), bare, error.__traceback__)
