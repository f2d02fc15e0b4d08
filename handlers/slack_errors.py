"""What became of a call to Slack that failed: nothing sent and never will be, not now, not at all, or nobody knows.

Error names: docs.slack.dev method pages. A name this table does not know is tried again until the outbox gives up.
"""

from __future__ import annotations

import http.client
import socket
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError


class Fate(StrEnum):
    NEVER = "never"
    LATER = "later"
    HALT = "halt"
    UNKNOWN = "unknown"
    GONE = "gone"


@dataclass(frozen=True)
class Failure:
    """`wait`: what Slack asked for. `its_channel`: everything for that channel waits."""

    fate: Fate
    reason: str
    wait: timedelta | None = None
    its_channel: bool = False


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# the message or its target is at fault: trying again changes nothing until a person changes something
NEVER = _names("""
    channel_not_found not_in_channel is_archived user_not_found user_disabled user_not_visible cannot_dm_bot no_text
    invalid_blocks invalid_blocks_format msg_blocks_too_long msg_too_long too_many_attachments markdown_text_conflict
    metadata_too_large metadata_must_be_sent_from_app invalid_metadata_format invalid_metadata_schema
    messages_tab_disabled cannot_reply_to_message thread_not_found invalid_thread_ts cant_update_message
    edit_window_closed is_inactive block_mismatch users_list_not_supplied not_enough_users too_many_users
    invalid_user_combination invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data
    invalid_post_type missing_post_type unknown_method method_deprecated deprecated_endpoint
    method_not_supported_for_channel_type restricted_action restricted_action_read_only_channel
    restricted_action_thread_only_channel restricted_action_thread_locked restricted_action_non_threadable_channel
    ekm_access_denied file_uploads_disabled file_type_not_allowed slack_connect_file_link_sharing_blocked
    invalid_channel not_pinnable too_many_pins permission_denied
""")
# the app itself may do nothing, or not this: the fault of no single message, so nothing is given up
HALT = _names("""
    not_authed invalid_auth account_inactive token_revoked token_expired not_allowed_token_type missing_scope
    no_permission org_login_required access_denied accesslimited team_access_not_granted enterprise_is_restricted
    two_factor_setup_required
""")
# Slack's own words for "some of it may have happened before the error"
UNKNOWN = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
# what was to be changed or pinned is not there any more
GONE = frozenset({"message_not_found", "file_not_found"})
NEVER_CONNECTED = (ConnectionRefusedError, socket.gaierror)
SHORTEST_WAIT = 1


def sort_failure(error: Exception) -> Failure | None:
    """What a failed call means, or None for an error that is no failure of a call (a mistake of ours)."""
    if isinstance(error, SlackApiError):
        return _answered(error)
    if isinstance(error, URLError) and isinstance(error.reason, NEVER_CONNECTED):
        return Failure(Fate.LATER, "no connection")
    if isinstance(error, (OSError, http.client.HTTPException, SlackClientError)):
        return Failure(Fate.UNKNOWN, f"connection: {type(error).__name__}")
    return None


def before_the_effect(failure: Failure) -> Failure:
    """A doubt about a call that posts nothing (opening a DM, asking for an upload address) is no doubt: ask again."""
    if failure.fate is Fate.UNKNOWN:
        return Failure(Fate.LATER, failure.reason, failure.wait)
    return failure


def _answered(error: SlackApiError) -> Failure:
    response: Any = error.response
    status = int(getattr(response, "status_code", 0) or 0)
    name = _error_name(response)
    if status == 429 or name in ("ratelimited", "rate_limited", "message_limit_exceeded"):
        return Failure(Fate.LATER, "ratelimited", _retry_after(response), its_channel=True)
    if status >= 500 or name in UNKNOWN or not name:
        return Failure(Fate.UNKNOWN, name or f"status {status}")
    for fate, names in ((Fate.NEVER, NEVER), (Fate.HALT, HALT), (Fate.GONE, GONE)):
        if name in names:
            return Failure(fate, name)
    return Failure(Fate.LATER, name)


def _error_name(response: Any) -> str:
    try:
        return str(response.get("error") or "")
    except (AttributeError, ValueError):  # the body was no JSON object
        return ""


def _retry_after(response: Any) -> timedelta:
    headers = {str(name).lower(): value for name, value in (getattr(response, "headers", None) or {}).items()}
    value = headers.get("retry-after", "")
    value = value[0] if isinstance(value, list) and value else value
    seconds = int(value) if str(value).isdigit() else 30
    return timedelta(seconds=max(seconds, SHORTEST_WAIT))
