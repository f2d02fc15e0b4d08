"""files.*: the three steps of an upload, and looking a file up. Sharing comes a moment after the answer."""

from __future__ import annotations

import mimetypes
from typing import Any

from .. import ids, stored
from ..checking import Refused
from ..posting import Draft
from ..workspace import Workspace
from ..world import File, Json
from .calls import Method
from .chat import check_thread
from .doors import place_to_post

SHARE_SECONDS = 0.02


def upload_address(w: Workspace, arguments: Json) -> Json:
    """Where to send the bytes."""
    if arguments["length"] == 0:
        raise Refused("invalid_arguments", ["must be greater than 0 [json-pointer:/length]"])
    name = arguments["filename"]
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file_id = w.ids.next("F")
    created = int(w.clock.now())
    w.world.files[file_id] = File(file_id, name, ids.BOT_USER, mimetype=kind, created=created, length=arguments["length"])
    return {"upload_url": f"{w.base_url}/upload/{file_id}", "file_id": file_id}


def _named_files(w: Workspace, given: Any) -> list[File]:
    if not isinstance(given, list) or not given or not all(isinstance(one, dict) and "id" in one for one in given):
        raise Refused("invalid_arguments", ["must provide a list of objects with an id [json-pointer:/files]"])
    found = []
    for one in given:
        kept = w.world.files.get(one["id"])
        if kept is None or kept.user != ids.BOT_USER or not kept.received:
            raise Refused("file_not_found")
        kept.title = one.get("title", kept.name)
        found.append(kept)
    return found


def complete(w: Workspace, arguments: Json) -> Json:
    """The bytes are there; posts the file if a channel is named. The answer knows no message yet."""
    kept = _named_files(w, arguments["files"])
    places = [arguments["channel_id"]] if arguments.get("channel_id") else arguments.get("channels") or []
    channels = [place_to_post(w, place) for place in places]
    for channel in channels:
        check_thread(channel, arguments.get("thread_ts"))
    for one in kept:
        one.complete = True
    answer = {"files": [stored.file(one, w.base_url) for one in kept]}
    draft = Draft(arguments.get("initial_comment", ""), thread_ts=arguments.get("thread_ts"), files=[one.id for one in kept])

    def share() -> None:
        with w.lock:
            for channel in channels:
                for one in kept:
                    one.channels.append(channel.id)
                w.posting.from_app(channel, draft)

    if channels:
        w.timetable.after(SHARE_SECONDS, share, real=True)
    return answer


def _visible_file(w: Workspace, file_id: str) -> File:
    kept = w.world.files.get(file_id)
    seen = kept is not None and any(ids.BOT_USER in w.world.channels[c].members for c in kept.channels)
    if kept is None or not kept.complete or not (kept.user == ids.BOT_USER or seen or not kept.channels):
        raise Refused("file_not_found")
    return kept


def info(w: Workspace, arguments: Json) -> Json:
    """One file."""
    kept = _visible_file(w, arguments["file"])
    return {"file": stored.file(kept, w.base_url), "comments": [], "response_metadata": {"next_cursor": ""}}


def delete(w: Workspace, arguments: Json) -> Json:
    """A file of the app is gone, also from messages."""
    kept = _visible_file(w, arguments["file"])
    if kept.user != ids.BOT_USER:
        raise Refused("cant_delete_file")
    del w.world.files[kept.id]
    return {}


METHODS = {
    "files.getUploadURLExternal": Method(upload_address, "filename! length:int! alt_txt snippet_type", ("files:write",), tier=4),
    "files.completeUploadExternal": Method(
        complete,
        "files:json! channel_id channels:list initial_comment thread_ts:ts blocks:json",
        ("files:write",),
        tier=4,
    ),
    "files.info": Method(info, "file! count:int cursor limit:int page:int", ("files:read",), tier=4),
    "files.delete": Method(delete, "file!", ("files:write",)),
}
