"""The browser, the server and the visits of a journey; a visit on which something went wrong fails its test."""

import os
from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests import parts
from tests.journeys.walk import Size, Walk

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
]
PATIENCE_MS = 10_000


class OpenWalk(Protocol):
    """Begins a visit of its own: another screen, another person, or no JavaScript."""

    def __call__(self, size: Size = Size.DESK, *, script: bool = True, language: str = "vi-VN") -> Walk: ...


@pytest.fixture(autouse=True)
def queue(settings: Settings) -> None:
    """Jobs wait for a worker, as they do on a server; `working.work` is that worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium for the whole run; a machine without it skips, and fails in CI."""
    program = parts.need("chromium")
    # Playwright runs a loop of events in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_walk(browser: Browser, live_server: LiveServer) -> Iterator[OpenWalk]:
    """Opens visits on the live server; when the test ends, none may have met a fault."""
    walks: list[Walk] = []

    def begin(size: Size = Size.DESK, *, script: bool = True, language: str = "vi-VN") -> Walk:
        width, height = size.value
        context = browser.new_context(
            viewport={"width": width, "height": height},
            is_mobile=size is Size.PHONE,
            has_touch=size is Size.PHONE,
            java_script_enabled=script,
            locale=language,
            accept_downloads=True,
        )
        context.set_default_timeout(PATIENCE_MS)
        walk = Walk(context.new_page(), live_server.url)
        walk.watch(context)
        walks.append(walk)
        return walk

    yield begin
    faults = [fault for walk in walks for fault in walk.faults]
    for walk in walks:
        walk.page.context.close()
    assert faults == []


@pytest.fixture
def walk(open_walk: OpenWalk) -> Walk:
    """A visit on a clerk's screen."""
    return open_walk()


@pytest.fixture
def phone_walk(open_walk: OpenWalk) -> Walk:
    """A visit on a phone."""
    return open_walk(Size.PHONE)


@pytest.fixture
def walk_without_script(open_walk: OpenWalk) -> Walk:
    """A visit with JavaScript switched off: all works there but drag and drop."""
    return open_walk(script=False)
