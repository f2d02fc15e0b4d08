"""Builds the Bolt app: lends `services` to every listener, drops repeated deliveries, answers every error once."""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from collections.abc import Callable
from threading import Event, Lock
from typing import Any

from slack_bolt import App, BoltContext, BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.problems import PersonError, reference_code
from bot.services import Services
from bot.views import trouble

log = logging.getLogger("taskforce")
REMEMBERED_EVENTS = 20_000
# less than the three seconds Slack waits
PATIENCE_SECONDS = 2.0
FINISHED = "taskforce_event_finished"
# slack_bolt 1.30: these two switch Bolt to OAuth mode without a word
OAUTH_VARIABLES = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")


def web_client(token: str, base_url: str | None = None) -> WebClient:
    """A client that never retries by itself: slack_sdk's default retry posted the same message twice (3.47, measured)."""
    return WebClient(token=token, retry_handlers=[], timeout=10, base_url=base_url or WebClient.BASE_URL)


def build_app(
    services: Services, client: WebClient, register: Callable[[App], None], *, process_before_response: bool = False
) -> App:
    """The Bolt app with every listener. `register` is `handlers.register`, handed in so that arrows point one way."""
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
    """Events are acknowledged when the listener has ended, not before it begins.

    slack_bolt 1.30 acknowledges an event first: what a process that dies then had not yet written, Slack never sends again.
    An event that fails is acknowledged too: it would only fail three times more.
    """
    if not listener.auto_acknowledgement:
        return
    run = listener.run_ack_function

    def run_then_ack(*, request: BoltRequest, response: BoltResponse) -> Any:
        try:
            return run(request=request, response=response)
        finally:
            request.context.ack()
            if FINISHED in request.context:
                request.context[FINISHED].set()

    listener.auto_acknowledgement = False
    listener.run_ack_function = run_then_ack


class _Lend:
    """Middleware: listeners take `services` as an argument."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __call__(self, context: BoltContext, next: Callable[[], BoltResponse]) -> BoltResponse:
        context["services"] = self._services
        return next()


class _DropRepeats:
    """Middleware: an event that was already taken goes no further, and is acknowledged once the first one is through.

    This only saves work; what writes is kept from happening twice by the delivery key in its own transaction. To
    acknowledge a repeat while the first is under way could lose both: then it is left to come again.
    """

    def __init__(self) -> None:
        self._seen: OrderedDict[str, Event] = OrderedDict()
        self._lock = Lock()

    def __call__(self, body: dict[str, Any], context: BoltContext, next: Callable[[], BoltResponse]) -> BoltResponse:
        event_id = body.get("event_id")
        if not event_id:
            return next()
        first, is_first = self._first(str(event_id))
        if not is_first:
            return BoltResponse(status=200 if first.wait(PATIENCE_SECONDS) else 503, body="")
        context[FINISHED] = first
        return next()

    def _first(self, event_id: str) -> tuple[Event, bool]:
        with self._lock:
            if event_id in self._seen:
                return self._seen[event_id], False
            self._seen[event_id] = Event()
            if len(self._seen) > REMEMBERED_EVENTS:
                self._seen.popitem(last=False)
            return self._seen[event_id], True


def answer_error(error: Exception, body: dict[str, Any], context: BoltContext, client: WebClient) -> None:
    """The one error handler. The person gets a sentence; the log gets the trace and a code, never what was typed."""
    if isinstance(error, PersonError):
        _tell(client, context, body, error.sentence)
        return
    code = reference_code()
    log.error("reference %s: %s", code, _nameless(error), exc_info=_trace(error))
    _tell(client, context, body, trouble.went_wrong(code))


def _tell(client: WebClient, context: BoltContext, body: dict[str, Any], sentence: str) -> None:
    """Says it where only this person sees it: in the window, ephemerally in the channel, or by direct message."""
    user = context.user_id
    if body.get("type") == "view_submission" and context.ack is not None:
        context.ack(response_action="update", view=trouble.window(sentence))
        return
    if not user:
        return
    try:
        channel = context.channel_id
        if channel and not channel.startswith("D"):
            client.chat_postEphemeral(channel=channel, user=user, text=sentence)
        else:
            client.chat_postMessage(channel=user, text=sentence)
    except (SlackApiError, OSError) as failure:
        log.warning("could not tell a person about an error: %s", type(failure).__name__)


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
