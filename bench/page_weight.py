"""What a browser with an empty cache fetches for the dashboard, compressed as it travels, and when it first paints."""

import pkgutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from tests import parts

from bench import demonstration
from bench.measure import RUNS, Row, Server, empty_folder, free_port, print_rows, server

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PAINT = "performance.getEntriesByName('first-contentful-paint').map(each => each.startTime)[0] || 0"


def way_in() -> tuple[str, str]:
    """The address of the dashboard and the session of a clerk."""
    pkgutil.resolve_name("tongket.config.bootstrap:ready")()
    visits = pkgutil.resolve_name("bench.visits")
    page = visits.dashboard_of(visits.sample_conference())
    return page.address, visits.session_cookie(page)


def load(browser: Browser, running: Server, path: str, cookie: str) -> tuple[float, int, float]:
    """Kilobytes on the wire, number of requests, and milliseconds to the first paint of one cold visit."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": running.address}])
    page = context.new_page()
    received: list[float] = []
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(running.address + path, wait_until="networkidle")
    paint = float(page.evaluate(PAINT))
    context.close()
    sent = [url for url in requests if not url.startswith("data:")]
    return sum(received) / 1024, len(sent), paint


def measure(home: Path, program: str) -> list[Row]:
    """The median visit of a few."""
    path, cookie = way_in()
    port = free_port()
    command = [sys.executable, "-m", "tongket", "serve", "--port", str(port)]
    with server(command, port, "/sign-in", home, demonstration.demo_environment(home)) as running:
        visits = sorted(_in_browser(program, running, path, cookie))
    weight, requests, paint = visits[len(visits) // 2]
    return [
        Row("dashboard of the model plan on the wire, cold", weight, "KB", 150),
        Row("– its requests", requests, "", 12),
        Row("– first paint in chromium", paint, "ms"),
    ]


def _in_browser(program: str, running: Server, path: str, cookie: str) -> list[Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        visits = [load(browser, running, path, cookie) for _ in range(RUNS)]
        browser.close()
    return visits


def main() -> None:
    """Measures where chromium is there; elsewhere says so and gives no rows."""
    program = parts.find("chromium")
    if program is None:
        sys.stderr.write("page_weight: chromium is not installed on this machine; left out\n")
        print_rows([])
        return
    with empty_folder() as home:
        demonstration.build(home)
        demonstration.enter(home)
        print_rows(measure(home, program))


if __name__ == "__main__":
    main()
