"""The practice page in a real Chromium. Without Chromium nothing here runs, and the end of the test run says so."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from bot.practice import PracticeSlack

from . import small_bot

HERE = Path(__file__).parent
MISSING = (
    "browser tests did not run: install chromium (for example `apt-get install chromium`, or "
    "`python -m playwright install chromium`), or name it in CHROMIUM=/path/to/chromium"
)
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
QUIET += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
not_run = []


def chromium():
    """Where Chromium is, or None."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))]
    for path in named:
        if path and Path(path).exists():
            return path
    with sync_playwright() as playwright:
        bundled = playwright.chromium.executable_path
    return bundled if Path(bundled).exists() else None


def pytest_collection_modifyitems(config, items):
    mine = [item for item in items if HERE in item.path.parents]
    if mine and chromium() is None:
        not_run.extend(mine)
        items[:] = [item for item in items if item not in mine]
        config.hook.pytest_deselected(items=mine)


def pytest_terminal_summary(terminalreporter):
    if not_run:
        terminalreporter.section("browser tests", sep="!", red=True)
        terminalreporter.write_line(f"{MISSING}. {len(not_run)} tests were left out.")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def town(monkeypatch):
    """A town with the small assistant in it."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with PracticeSlack(small_bot.MANIFEST, rate_limits=False, ack_seconds=1.0) as slack:
        stop = small_bot.start(slack)
        yield slack
        stop()


class Visitor:
    """Somebody at the page. Labels and words, as a person finds things."""

    def __init__(self, page, town):
        self.page = page
        self.town = town
        self.complaints = []
        self.strayed = []
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self.watch)

    def watch(self, request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname != "127.0.0.1":
            self.strayed.append(request.url)

    def opens(self, person="ana", place="#task-force"):
        channel = next(one for one in self.town.look(person)["channels"] if f"#{one['name']}" == place)
        self.page.goto(f"{self.town.url}/#/{person}/{channel['id']}")
        self.box.wait_for()
        return self

    @property
    def box(self):
        return self.page.locator("#composer")

    @property
    def log(self):
        return self.page.locator("#main [role=log]")

    @property
    def window(self):
        return self.page.get_by_role("dialog")

    @property
    def thread(self):
        return self.page.get_by_role("complementary")

    def types(self, words):
        self.box.fill(words)
        self.box.press("Enter")
        return self

    def sees(self, words, within=None):
        (within or self.page).get_by_text(words).first.wait_for()
        return self

    def presses(self, name, within=None):
        (within or self.page).get_by_role("button", name=name).last.click()
        return self

    def picks(self, option):
        self.page.get_by_role("listbox").get_by_role("option", name=option).first.click()
        return self

    def acts_as(self, name):
        option = self.page.locator("#person option", has_text=name)
        self.page.get_by_label("Act as").select_option(option.get_attribute("value"))
        self.page.locator(f"#person option:checked:has-text('{name}')").wait_for(state="attached")
        return self


@pytest.fixture
def visit(browser, town):
    """Opens pages for visitors; afterwards no console may hold an error and no request may have left."""
    contexts, visitors = [], []

    def enter(person="ana", place="#task-force", **screen):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "color_scheme": "light", **screen})
        context.set_default_timeout(8000)
        contexts.append(context)
        visitors.append(Visitor(context.new_page(), town))
        return visitors[-1].opens(person, place)

    yield enter
    for context in contexts:
        context.close()
    assert [line for visitor in visitors for line in visitor.complaints] == []
    assert [address for visitor in visitors for address in visitor.strayed] == []
