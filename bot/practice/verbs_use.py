"""What people press, choose, fill in, submit and open: in messages, windows, the Home tab and the agent panel."""

from __future__ import annotations

from typing import Any

from . import elements, ids
from .blocks import check_options
from .checking import Refused, refuse_faults
from .delivery import INTERACTIVE, Delivery
from .elements import CannotChoose
from .verbs import NotPossible, Result, Verbs, verb
from .windows import TROUBLE, Window
from .world import Json, Message, Person

NO_ANSWER = "This app didn't respond. Try again."


class UseVerbs(Verbs):
    """Each verb answers when the bot has acknowledged, or has not done so in time."""

    def _where(self, person: Person, channel: str | None, ts: str | None, view: str | None, home: bool) -> Message | Window:
        if channel is not None and ts is not None:
            return self._message(person, self._place(person, channel), ts)
        if home:
            found = self._w.windows.homes.get(person.id)
            if found is None:
                raise NotPossible("not_found", "The Home tab is empty.")
            return found
        stack = self._w.windows.stack(person.id)
        window = next((one for one in stack if one.id == view), None) if view else self._w.windows.top(person.id)
        if window is None:
            raise NotPossible("not_found", "This window is no longer open.")
        return window

    def _find(self, where: Message | Window, action_id: str | None, block_id: str | None) -> elements.Place:
        blocks = where.blocks if isinstance(where, Window) or where.bot_id == ids.BOT_ID else []
        place = elements.find(blocks, action_id, block_id)
        if place is None:
            known = ", ".join(one.action_id for one in elements.places(blocks))
            raise NotPossible("element_not_found", f"There is nothing like that to press here. There is: {known or 'nothing'}.")
        return place

    def _touch(self, person: Person, where: Message | Window, place: elements.Place, value: Any) -> Json | None:
        if place.element["type"] not in elements.STATEFUL:
            return None
        key = (where.id if isinstance(where, Window) else where.ts, place.block_id, place.action_id)
        offered = self._w.windows.offered.get(key, [])
        try:
            state = elements.chosen(place.element, value, self._w.world, offered, self._w.base_url)
        except CannotChoose as wrong:
            raise NotPossible("cannot_choose", str(wrong)) from None
        if place.element["type"] not in elements.WITHOUT_STATE:
            touched = where.touched if isinstance(where, Window) else where.values.setdefault(person.id, {})
            touched.setdefault(place.block_id, {})[place.action_id] = state
        return state

    @verb
    def fill(
        self,
        user: str,
        block_id: str | None = None,
        value: Any = None,
        action_id: str | None = None,
        *,
        channel: str | None = None,
        ts: str | None = None,
        view: str | None = None,
        home: bool = False,
    ) -> Result:
        """Sets an input; nothing is sent."""
        with self._w.lock:
            person = self._person(user)
            where = self._where(person, channel, ts, view, home)
            self._touch(person, where, self._find(where, action_id, block_id), value)
            return Result(view=self._view_after(person))

    @verb
    def press(
        self,
        user: str,
        action_id: str | None = None,
        value: Any = None,
        *,
        block_id: str | None = None,
        channel: str | None = None,
        ts: str | None = None,
        view: str | None = None,
        home: bool = False,
        enter: bool = False,
    ) -> Result:
        """Presses a button, chooses in a select, ticks boxes. Inputs send only with dispatch_action."""
        with self._w.lock:
            person = self._person(user)
            where = self._where(person, channel, ts, view, home)
            place = self._find(where, action_id, block_id)
            state = self._touch(person, where, place, value)
            if not self._sends(place, enter):
                return Result(view=self._view_after(person))
            delivery = self._press(person, where, place, state, value)
        self._wait([delivery])
        return self._used(person, delivery, NO_ANSWER, where)

    @staticmethod
    def _sends(place: elements.Place, enter: bool) -> bool:
        if not place.is_input:
            return True
        if not place.block.get("dispatch_action"):
            return False
        if place.element["type"] not in (*elements.TEXTS, "rich_text_input"):
            return True
        triggers = (place.element.get("dispatch_action_config") or {}).get("trigger_actions_on") or ["on_enter_pressed"]
        return "on_character_entered" in triggers or (enter and "on_enter_pressed" in triggers)

    def _press(self, person: Person, where: Message | Window, place: elements.Place, state: Json | None, value: Any) -> Delivery:
        if not self._w.grants.interactivity or not self._w.installed:
            raise NotPossible("interactivity_disabled", "This app can't be used right now.")
        if isinstance(where, Window):
            payload = self._payloads.pressed_in_window(person, where, place, state, value)
        else:
            payload = self._payloads.pressed_in_message(person, where, place, state, value)

        def show(code: str) -> None:
            if isinstance(where, Window):
                self._w.notice(person.id, NO_ANSWER, code, view=where.id)
            else:
                self._w.notice(person.id, NO_ANSWER, code, channel=where.channel, message_ts=where.ts)

        return self._w.courier.send(INTERACTIVE, payload, on_failure=show)

    def _used(self, person: Person, delivery: Delivery, sentence: str, where: Message | Window | None = None) -> Result:
        with self._w.lock:
            result = Result(view=self._view_after(person))
            if isinstance(where, Message):
                result.channel, result.ts = where.channel, where.ts
        if delivery.failure:
            result.ok, result.error, result.shown = False, delivery.failure, sentence
        return result

    @verb
    def suggest(
        self,
        user: str,
        action_id: str | None = None,
        text: str = "",
        *,
        block_id: str | None = None,
        channel: str | None = None,
        ts: str | None = None,
        view: str | None = None,
        home: bool = False,
    ) -> Result:
        """Types into an external select and gets what the bot offers."""
        with self._w.lock:
            person = self._person(user)
            where = self._where(person, channel, ts, view, home)
            place = self._find(where, action_id, block_id)
            if len(text) < place.element.get("min_query_length", 3):
                return Result(options=[])
            payload = self._payloads.suggestion(person, place, text, where)
            key = (where.id if isinstance(where, Window) else where.ts, place.block_id, place.action_id)
            delivery = self._w.courier.send(INTERACTIVE, payload)
        self._wait([delivery])
        result = self._used(person, delivery, "Something went wrong. The options could not be loaded.")
        return self._offer(result, key, delivery.answer or {}) if delivery.answer is not None else result

    def _offer(self, result: Result, key: tuple[str, str, str], answer: Json) -> Result:
        try:
            refuse_faults(check_options(answer))
        except Refused as refused:
            self._w.recorder.refuse("ack:block_suggestion", refused)
            return Result(ok=False, error=refused.error, shown="Something went wrong. The options could not be loaded.")
        result.options, result.option_groups = answer.get("options"), answer.get("option_groups")
        groups = result.option_groups or []
        offered = [*(result.options or []), *(option for group in groups for option in group["options"])]
        with self._w.lock:
            self._w.windows.offered.setdefault(key, []).extend(offered)
        return result

    def _fill_all(self, person: Person, window: Window, values: Json) -> None:
        for block_id, given in values.items():
            by_action = {place.action_id for place in elements.places(window.blocks) if place.block_id == block_id}
            named = isinstance(given, dict) and set(given) <= by_action and bool(given)
            for action_id, value in (given if named else {None: given}).items():
                self._touch(person, window, self._find(window, action_id, block_id), value)

    @verb
    def submit(self, user: str, view: str | None = None, values: Json | None = None) -> Result:
        """Presses the window's submit button. Slack's own checks come first; their complaints never reach the bot."""
        with self._w.lock:
            person = self._person(user)
            window = self._where(person, None, None, view, False)
            assert isinstance(window, Window)
            if window is not self._w.windows.top(person.id) or window.body["submit"] is None:
                raise NotPossible("cannot_submit", "This window has no submit button that can be pressed now.")
            self._fill_all(person, window, values or {})
            window.trouble, window.errors = None, self._complaints(window)
            if window.errors:
                self._w.changes.note("modals", view=window.id, user=person.id)
                return Result(ok=False, error="invalid_input", errors=dict(window.errors), view=self._view_after(person))
            delivery = self._submit(person, window)
        self._wait([delivery])
        result = self._used(person, delivery, TROUBLE)
        if window.errors or window.trouble:
            result.ok, result.errors = False, dict(window.errors)
            result.error = result.error or ("invalid_input" if window.errors else "invalid_response")
            result.shown = result.shown or window.trouble
        return result

    @staticmethod
    def _complaints(window: Window) -> dict[str, str]:
        state = elements.whole_state(window.blocks, window.touched)
        inputs = [place for place in elements.places(window.blocks) if place.is_input]
        found = {place.block_id: elements.complaint(place, state[place.block_id][place.action_id]) for place in inputs}
        return {block_id: sentence for block_id, sentence in found.items() if sentence}

    def _submit(self, person: Person, window: Window) -> Delivery:
        def show_trouble(_: str) -> None:
            window.trouble = TROUBLE
            self._w.changes.note("modals", view=window.id, user=person.id)

        return self._w.courier.send(
            INTERACTIVE,
            self._payloads.submitted(person, window),
            on_answer=lambda answer: self._w.windows.submitted(window, answer),
            on_failure=show_trouble,
        )

    @verb
    def close(self, user: str, view: str | None = None, all: bool = False) -> Result:
        """Cancels the top window; `all` is the X that closes the stack. The bot hears of it only if it asked to."""
        with self._w.lock:
            person = self._person(user)
            window = self._where(person, None, None, view, False)
            assert isinstance(window, Window)
            stack = list(self._w.windows.stack(person.id))
            cleared = all or window.body["clear_on_close"]
            told = [one for one in stack if one.body["notify_on_close"]] if cleared else [window]
            subject = stack[0] if cleared else window
            if cleared:
                self._w.windows.clear(person.id)
            else:
                self._w.windows.close(window)
            deliveries = []
            if any(one.body["notify_on_close"] for one in told):
                payload = self._payloads.closed(person, subject, is_cleared=cleared)
                deliveries.append(self._w.courier.send(INTERACTIVE, payload))
        self._wait(deliveries)
        with self._w.lock:
            return Result(view=self._view_after(person))

    @verb
    def open_home(self, user: str) -> Result:
        """Opens the app's Home tab."""
        with self._w.lock:
            person = self._person(user)
            if not self._w.grants.home_tab:
                raise NotPossible("not_enabled", "This app has no Home tab.")
            home = self._w.windows.homes.get(person.id)
            self._w.begin()
            channel = self._w.app_channel(person.id)
            self._w.events.home_opened(person.id, channel.id, "home", home.shown(with_state=True) if home else None)
            caused = self._w.caused()
        self._wait(caused)
        with self._w.lock:
            home = self._w.windows.homes.get(person.id)
            return Result(view=home.shown(with_state=True) if home else None, channel=channel.id)

    @verb
    def open_messages(self, user: str) -> Result:
        """Opens the app's Messages tab, as from the list of apps."""
        return self._open_panel(user, None)

    @verb
    def open_agent(self, user: str, channel: str | None = None) -> Result:
        """Opens the agent panel beside a channel."""
        if self._w.grants.agent is None:
            raise NotPossible("not_enabled", "This app has no agent panel.")
        return self._open_panel(user, channel)

    def _open_panel(self, user: str, beside: str | None) -> Result:
        with self._w.lock:
            person = self._person(user)
            looking_at = self._place(person, beside).id if beside else None
            if not self._w.grants.messages_tab:
                raise NotPossible("messages_tab_disabled", "This app has no Messages tab.")
            self._w.begin()
            channel = self._w.app_channel(person.id)
            home = self._w.windows.homes.get(person.id)
            self._w.events.home_opened(person.id, channel.id, "messages", home.shown(with_state=True) if home else None)
            if looking_at:
                self._w.events.context_changed(person.id, channel.id, looking_at)
            caused = self._w.caused()
        self._wait(caused)
        return Result(channel=channel.id)
