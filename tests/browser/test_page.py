"""The practice page as Ana, Bo and Carmen use it, in a real browser."""

import re

import pytest

pytestmark = pytest.mark.browser


def test_ana_asks_and_the_answer_is_only_visible_to_her(visit):
    ana = visit("ana").types("/ask where can someone sleep")
    ana.sees("You asked: where can someone sleep", ana.log).sees("Only visible to you", ana.log)
    assert ana.log.get_by_role("link", name="555-0100").get_attribute("href") == "tel:+15550100"
    ana.acts_as("Bo Lindqvist")
    ana.box.wait_for()
    assert ana.log.get_by_text("You asked").count() == 0
    ana.acts_as("Ana Ruiz").sees("You asked: where can someone sleep", ana.log)


def test_what_ana_writes_reaches_bo_who_has_the_channel_open(visit):
    bo = visit("bo")
    ana = visit("ana").types("Good morning, @bo")
    bo.sees("Good morning", bo.log)
    assert bo.log.locator(".mention.own").inner_text() == "@Bo Lindqvist"
    assert ana.log.locator(".mention.own").count() == 0


def test_a_pressed_button_changes_the_message(visit):
    ana = visit("ana").types("/ask anything").presses("This helped")
    ana.sees("Glad it helped.", ana.log)
    assert ana.log.get_by_role("button", name="This helped").count() == 0


def test_a_dangerous_button_asks_first_and_esc_means_no(visit):
    ana = visit("ana").types("/ask anything").presses("Delete it")
    ana.sees("It cannot be undone.", ana.window)
    ana.page.keyboard.press("Escape")
    ana.window.wait_for(state="detached")
    assert ana.log.get_by_text("You asked").count() == 1
    ana.presses("Delete it").presses("Yes, delete")
    ana.log.get_by_text("You asked").wait_for(state="detached")


def test_a_window_shows_the_error_beside_its_field_and_closes_once_it_is_mended(visit, town):
    ana = visit("ana").types("/form")
    name = ana.window.get_by_label("What happened?")
    name.fill("Hi")
    kind = ana.window.get_by_label("What kind?")
    kind.click()
    ana.picks("Legal")
    ana.presses("Send", ana.window).sees("Please say a little more.", ana.window)
    assert name.get_attribute("aria-invalid") == "true"
    assert name.input_value() == "Hi"
    assert kind.input_value() == "Legal"
    name.fill("Hired and never paid")
    ana.presses("Send", ana.window)
    ana.window.wait_for(state="hidden")
    ana.page.get_by_role("link", name="Messages").click()
    ana.sees("Received: Hired and never paid (legal)", ana.log)


def test_an_unanswered_question_is_pointed_out_before_the_assistant_hears_of_it(visit):
    ana = visit("ana").types("/form").sees("A small form")
    ana.presses("Send", ana.window)
    ana.window.locator(".error").first.wait_for()
    assert ana.window.locator("[aria-invalid=true]").count() == 2


def test_letters_left_are_counted(visit):
    ana = visit("ana").types("/form")
    ana.window.get_by_label("What happened?").fill("twelve words")
    assert ana.window.locator(".counter").inner_text() == "28"


def test_an_outside_list_is_searched_as_ana_types(visit):
    ana = visit("ana").types("/form")
    topic = ana.window.get_by_label("Topic")
    topic.press_sequentially("shel")
    ana.picks("Shelter")
    assert topic.input_value() == "Shelter"


def test_several_people_are_picked_and_one_taken_back(visit):
    ana = visit("ana").types("/form")
    who = ana.window.get_by_label("Whom to tell?")
    for start, name in (("bo", "@Bo Lindqvist"), ("carm", "@Carmen Ortega")):
        who.press_sequentially(start)
        ana.picks(name)
    assert ana.window.locator(".chip").all_inner_texts() == ["@Bo Lindqvist", "@Carmen Ortega"]
    ana.presses("Remove @Bo Lindqvist", ana.window)
    assert ana.window.locator(".chip").all_inner_texts() == ["@Carmen Ortega"]


def test_windows_are_stacked_three_high_and_taken_off_one_by_one(visit):
    ana = visit("ana").types("/form").presses("One window more").sees("This is window 2.")
    ana.presses("One window more").sees("This is window 3.")
    ana.page.keyboard.press("Escape")
    ana.sees("This is window 2.")
    ana.presses("Back to the window before").sees("Three questions and nothing leaves", ana.window)
    ana.presses("Close", ana.window)
    ana.window.wait_for(state="hidden")


def test_what_was_typed_stays_when_a_second_window_was_opened_on_top(visit):
    ana = visit("ana").types("/form")
    ana.window.get_by_label("What happened?").fill("Kept words")
    ana.presses("One window more", ana.window).sees("This is window 2.")
    ana.page.keyboard.press("Escape")
    ana.sees("A small form")
    assert ana.window.get_by_label("What happened?").input_value() == "Kept words"


def test_one_of_everything_is_drawn_and_works(visit):
    ana = visit("ana").types("/gallery").sees("One of everything")
    for words in (
        "In order:",
        "Nothing about us without us",
        "A heading",
        "Legal desk",
        "Picture: A map of the harbor",
    ):
        ana.sees(words, ana.log)
    assert ana.log.get_by_role("table").count() == 2
    ana.presses("More options")
    ana.page.get_by_role("menuitem", name="Copy").click()
    ana.sees("menu is copy", ana.log)
    ana.log.get_by_label("Pick one").click()
    ana.picks("Two")
    ana.sees("pick is two", ana.log)
    day = ana.log.locator("input[type=date]")
    day.fill("2025-02-03")
    day.press("Enter")
    ana.sees("day is 2025-02-03", ana.log)


def test_a_long_answer_is_shown_from_its_beginning_and_the_next_message_after_it(visit):
    ana = visit("ana", viewport={"width": 1280, "height": 500}).types("/gallery")
    ana.log.get_by_text("One of everything").wait_for()
    edge = ana.log.bounding_box()["y"]
    top = ana.log.get_by_role("article").last.bounding_box()["y"]
    assert abs(top - edge) < 3
    ana.types("The newest line").sees("The newest line")
    line = ana.log.get_by_text("The newest line").bounding_box()
    assert line["y"] < edge + ana.log.bounding_box()["height"]


def test_hostile_text_stays_text(visit):
    ana = visit("ana").types("<script>window.caught = 1</script> <!channel> <img src=x onerror=alert(1)> javascript:alert(1)")
    ana.sees("<script>window.caught = 1</script> <!channel>", ana.log)
    ana.types("/ask <b onclick=alert(1)>bold</b> <javascript:alert(1)|press> <!channel>")
    ana.sees("You asked: <b onclick=alert(1)>bold</b>", ana.log)
    assert ana.page.evaluate("window.caught") is None
    assert ana.log.locator("script, img, b, .mention.broad, a[href^='javascript']").count() == 0


def test_the_page_runs_no_inline_script(visit):
    ana = visit("ana")
    assert ana.page.locator("script:not([src])").count() == 0
    policy = ana.page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_everything_can_be_done_from_the_keyboard(visit):
    ana = visit("ana")
    keys = ana.page.keyboard
    ana.box.focus()
    keys.type("/fo")
    keys.press("Enter")
    keys.press("Enter")
    ana.window.wait_for()
    keys.type("Typed by hand")
    keys.press("Tab")
    keys.press("ArrowDown")
    ana.page.get_by_role("listbox").get_by_text("Housing").wait_for()
    keys.press("ArrowDown")
    keys.press("Enter")
    for _ in range(30):
        inside = ana.page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
        assert inside, "Tab must not leave the window"
        keys.press("Tab")
        if ana.page.evaluate("document.activeElement.dataset.key") == "window/submit":
            break
    keys.press("Enter")
    ana.window.wait_for(state="hidden")
    assert ana.page.evaluate("document.activeElement.id") == "composer"
    keys.type("/ask by keyboard")
    keys.press("Enter")
    ana.sees("You asked: by keyboard", ana.log)
    ana.log.locator("article").last.focus()
    for _ in range(6):
        keys.press("Tab")
        if ana.page.evaluate("document.activeElement.textContent") == "This helped":
            break
    keys.press("Enter")
    ana.sees("Glad it helped.", ana.log)


def test_a_thread_opens_beside_the_channel_and_is_answered_there(visit):
    ana = visit("ana").types("@assistant what are the signs?")
    ana.log.get_by_role("button", name="1 reply").click()
    ana.sees("You asked: in public", ana.thread)
    ana.page.locator("#reply").fill("and if she is 16?")
    ana.page.locator("#reply").press("Enter")
    ana.sees("and if she is 16?", ana.thread)
    ana.presses("Close the thread")
    ana.log.get_by_role("button", name=re.compile("replies")).wait_for()
    assert ana.log.get_by_text("and if she is 16?").count() == 0


def test_a_command_that_takes_too_long_fails_where_slack_says_so(visit):
    ana = visit("ana").types("/slow")
    ana.sees('/slow failed with the error "operation_timeout"', ana.log)


def test_a_button_that_is_never_answered_carries_a_warning_sign(visit):
    ana = visit("ana").types("/ask anything").presses("Never answers")
    ana.log.locator(".of-button:has-text('Never answers') .failed").wait_for()


def test_a_message_shortcut_and_a_global_one_open_the_form(visit):
    ana = visit("ana").types("Somebody should look at this").sees("Somebody should look at this")
    ana.log.get_by_role("article").last.hover()
    ana.presses("More actions", ana.log)
    ana.page.get_by_role("menuitem", name="Find the protocol").click()
    ana.sees("A small form", ana.window)
    ana.page.keyboard.press("Escape")
    ana.window.wait_for(state="hidden")
    ana.presses("Shortcuts")
    ana.page.get_by_role("menuitem", name="Start a form").click()
    ana.sees("A small form", ana.window)


def does(visitor, message, deed):
    """Chooses `deed` from a message's menu."""
    article = visitor.log.get_by_role("article").filter(has_text=message)
    article.hover()
    article.get_by_role("button", name="More actions").click()
    visitor.page.get_by_role("menuitem", name=deed).click()


def test_ana_mends_and_takes_back_her_own_message(visit):
    ana = visit("ana").types("Tomorow at nine").sees("Tomorow at nine")
    does(ana, "Tomorow at nine", "Edit")
    ana.window.get_by_label("Message").fill("Tomorrow at nine")
    ana.presses("Save").sees("Tomorrow at nine", ana.log).sees("(edited)", ana.log)
    does(ana, "Tomorrow at nine", "React: done")
    ana.log.get_by_role("button", name="white_check_mark, 1").wait_for()
    does(ana, "Tomorrow at nine", "Delete")
    ana.log.get_by_text("Tomorrow at nine").wait_for(state="detached")


def test_nobody_can_mend_what_somebody_else_wrote(visit, town):
    town.type("bo", "#task-force", "Written by Bo")
    ana = visit("ana").sees("Written by Bo")
    ana.log.get_by_role("article").hover()
    ana.presses("More actions", ana.log)
    assert ana.page.get_by_role("menuitem", name="Edit").count() == 0


def test_a_channel_is_joined_before_one_writes_in_it(visit):
    ana = visit("ana")
    ana.page.get_by_role("link", name="legal-clinic (not joined)").click()
    ana.presses("Join the channel")
    ana.box.wait_for()
    ana.types("Hello clinic").sees("Hello clinic", ana.log)


def test_a_direct_message_reaches_one_person_who_sees_it_as_unread(visit):
    dana = visit("dana")
    ana = visit("ana")
    ana.page.get_by_role("button", name="Dana Whitfield").click()
    ana.page.get_by_role("heading", name="Dana Whitfield").wait_for()
    ana.types("Just for you")
    dana.page.get_by_role("link", name="Ana Ruiz (unread)").click()
    dana.sees("Just for you", dana.log)


def test_the_home_tab_is_published_and_its_button_works(visit):
    ana = visit("ana")
    ana.page.get_by_role("link", name="Home").click()
    ana.sees("Welcome home").presses("Refresh").sees("Fresh as of now")


def test_the_agent_panel_offers_its_prompts_beside_the_channel(visit):
    ana = visit("ana").presses("Task Force Assistant").presses("Who do I call?", None)
    ana.sees("You wrote: who do I call about a missing child", ana.thread)
    assert ana.log.is_visible()


def test_the_clock_is_moved_to_monday_morning(visit, town):
    ana = visit("ana").presses("Practice clock")
    ana.page.get_by_role("menuitem", name="To Monday 8 AM").click()
    ana.page.locator("#clock-face", has_text="Mon, ").wait_for()
    assert "8:00" in ana.page.locator("#clock-face").inner_text()


def test_a_file_is_attached_and_can_be_downloaded(visit):
    ana = visit("ana")
    with ana.page.expect_file_chooser() as chooser:
        ana.presses("Attach a file")
    chooser.value.set_files({"name": "notes.txt", "mimeType": "text/plain", "buffer": b"four words in here"})
    ana.sees("notes.txt", ana.log)
    with ana.page.expect_download() as download:
        ana.log.get_by_role("link", name="notes.txt").click()
    assert download.value.path().read_bytes() == b"four words in here"


def test_a_guest_of_one_channel_sees_that_channel_alone(visit):
    ivy = visit("ivy", "#legal-clinic")
    rooms = ivy.page.locator("#sidebar section:has(h2:text-is('Channels')) a .name").all_inner_texts()
    assert rooms == ["legal-clinic"]


def test_a_first_visitor_finds_five_things_to_type(visit):
    ana = visit("ana")
    tries = ana.page.get_by_role("region", name="Try these")
    assert tries.get_by_role("listitem").count() == 5
    tries.get_by_role("button", name="Something it cannot know").click()
    assert ana.box.input_value() == "/ask who won the game last night"
    ana.presses("Put the suggestions away")
    ana.page.reload()
    ana.box.wait_for()
    assert tries.count() == 0


NAMELESS = """() => [...document.querySelectorAll("button, a, input, textarea, select, [role=button], img")]
  .filter((one) => one.checkVisibility() && !one.textContent.trim() && !one.getAttribute("aria-label") && !one.title
    && !one.alt && !(one.labels && one.labels.length) && !one.getAttribute("aria-labelledby"))
  .map((one) => one.outerHTML)"""


def test_everything_one_can_use_has_a_name_for_a_screen_reader(visit):
    ana = visit("ana").types("/gallery").sees("One of everything")
    assert ana.page.evaluate(NAMELESS) == []
    ana.page.locator("#main [role=log][aria-live=polite]").wait_for()
    ana.types("/form").sees("A small form")
    assert ana.page.evaluate(NAMELESS) == []
    roles = ("banner", "navigation", "main")
    ana.page.keyboard.press("Escape")
    ana.window.wait_for(state="hidden")
    assert all(ana.page.get_by_role(role).count() >= 1 for role in roles)


def background(visitor):
    return visitor.page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_page_is_dark_when_the_system_is_and_can_be_told_otherwise(visit):
    bo, ana = visit("bo", color_scheme="dark"), visit("ana")
    assert background(bo) == "rgb(26, 29, 33)"
    assert background(ana) == "rgb(255, 255, 255)"
    ana.presses("Colors: auto").presses("Colors: light")
    assert background(ana) == "rgb(26, 29, 33)"


@pytest.mark.parametrize("width", [320, 390, 420])
def test_a_phone_shows_the_conversation_and_nothing_is_cut_off(visit, width):
    ana = visit("ana", viewport={"width": width, "height": 740}).types("/gallery").sees("One of everything")
    assert ana.page.evaluate("document.documentElement.scrollWidth") <= width
    assert not ana.page.get_by_label("Act as").is_visible()
    ana.presses("Channels and people")
    ana.page.get_by_role("link", name="random").click()
    ana.page.get_by_role("heading", name="#random").wait_for()
    assert not ana.page.get_by_label("Act as").is_visible()
    ana.types("/form")
    ana.window.wait_for()
    box = ana.window.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_the_assistants_messages_open_before_anybody_has_written_in_them(visit):
    ana = visit()
    ana.page.get_by_role("link", name="Messages", exact=True).first.click()
    ana.page.wait_for_function("() => location.hash.endsWith('/messages')")
    ana.page.wait_for_function("() => !document.querySelector('#main h1, #main h2')?.textContent.startsWith('#')")
    ana.types("good morning")
    ana.sees("good morning")
