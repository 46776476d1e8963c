"""What holds for every answer: one time for one request, and a page that loads nothing from elsewhere."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

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


def one_clock(get_response: GetResponse) -> GetResponse:
    """Asks a movable clock once and holds its answer for the whole request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        clock.hold(clock.moved_to())
        try:
            return get_response(request)
        finally:
            clock.hold(None)

    return middleware
