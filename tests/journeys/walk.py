"""One visit in the browser: opens pages, notes whatever should never happen, and looks at accessibility."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

# What axe calls serious or critical keeps somebody out; lesser findings are looked at by people.
GRAVE = {"serious", "critical"}
NOT_LEAVING = ("data:", "blob:", "about:")


class Size(Enum):
    """The two screens every page was drawn for."""

    DESK = (1366, 768)
    PHONE = (390, 844)


# No slots: Playwright hangs its own marks on the object whose methods it is given.
@dataclass
class Walk:
    """A visit: `page` is the browser's page, `faults` what went wrong on the way."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Begins to note errors of scripts, answers that failed, and requests that leave the server."""
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        context.on("request", self._note_request)
        context.on("response", self._note_response)

    def open(self, path: str) -> Page:
        """Opens a page of the server."""
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, email: str, password: str) -> None:
        """Fills in the form of e-mail and password and sends it."""
        self.open("/sign-in")
        self.page.get_by_label("Thư điện tử").fill(email)
        self.page.get_by_label("Mật khẩu", exact=True).fill(password)
        self.page.get_by_role("button", name="Vào", exact=True).click()

    @property
    def path(self) -> str:
        """Where the visit stands."""
        return self.page.url.removeprefix(self.address)

    def assert_accessible(self) -> None:
        """Fails with rule and place for every serious or critical finding of axe-core."""
        response: dict[str, Any] = Axe().run(self.page).response
        grave = [
            f"{found['id']}: {found['help']} – {', '.join(str(node['target']) for node in found['nodes'][:5])}"
            for found in response["violations"]
            if found["impact"] in GRAVE
        ]
        assert grave == [], f"{self.path}: {grave}"

    def assert_fits_the_width(self) -> None:
        """Fails when the page itself scrolls sideways."""
        wide = int(self.page.evaluate("document.documentElement.scrollWidth"))
        seen = int(self.page.evaluate("document.documentElement.clientWidth"))
        assert wide <= seen, f"{self.path} is {wide} px wide on a screen of {seen} px"

    def _note_console(self, message: ConsoleMessage) -> None:
        # The browser also reports each answer of 4xx here; answers are judged by `_note_response`.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.address + "/", *NOT_LEAVING)):
            self.faults.append(f"left the server: {request.url}")

    def _note_response(self, response: Response) -> None:
        is_page = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not is_page):
            self.faults.append(f"{response.status}: {response.url}")
