"""What holds for every answer: one time for one request, and a page that loads nothing from elsewhere."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from tongket.core import clock

GetResponse = Callable[[HttpRequest], HttpResponse]
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


def page_policy(get_response: GetResponse) -> GetResponse:
    """Closes every page to foreign scripts, styles and frames, unless the view set a policy of its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=(), camera=(self)")
        return response

    return middleware


def language(get_response: GetResponse) -> GetResponse:
    """Speaks Vietnamese until a person chose otherwise.

    What the browser prefers is not asked: many an office's Windows is English, its people are not.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        code = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


def one_clock(get_response: GetResponse) -> GetResponse:
    """Asks a movable clock once and holds its answer for the whole request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        clock.hold(clock.moved_to())
        try:
            return get_response(request)
        finally:
            clock.hold(None)

    return middleware
