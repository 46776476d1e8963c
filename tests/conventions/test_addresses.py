"""Every address is closed by default: without signing in only the listed ones answer."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.urls.resolvers import RoutePattern

from tongket.accounts.actions import create_user
from tongket.core import clock

# The only views open to anyone, each with its reason.
PUBLIC = {
    "core:health": "a monitor asks it; it tells counts only",
    "core:language": "the sign-in page is read in either language",
    "accounts:sign_in": "the way in",
    "accounts:enter": "the way in by link; its token is the key",
    "conferences:feed": "calendar programs cannot sign in; the name of a feed is signed and says nothing",
    "mailbox:by_link": "the letter behind a link; its token is the key to that letter and what it asks for",
    "mailbox:file_by_link": "the document that this letter brings, by the same token",
    "units:first_run": "an installation without accounts has nobody who could sign in; afterwards it answers 404",
}
SAMPLES: dict[str, Any] = {
    "int": 1,
    "str": "x",
    "slug": "x",
    "path": "x",
    "uuid": uuid.UUID(int=1),
    "uuidstr": uuid.UUID(int=1),
}
Address = tuple[str, str, URLPattern]


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "/", space: str = "") -> Iterator[Address]:
    """Every pattern below a URLconf as (name, sample address, pattern)."""
    for each in patterns:
        assert isinstance(each.pattern, RoutePattern), f"{each.pattern} is a regular expression; wanted path()"
        here = prefix + sample(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, here, f"{space}{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name}", here, each


def sample(pattern: RoutePattern) -> str:
    """A route with every converter filled in."""
    route = str(pattern)
    for name, converter in pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        route = route.replace(f"<{kind}:{name}>", str(SAMPLES[kind])).replace(f"<{name}>", "x")
    return route


def is_public(pattern: URLPattern) -> bool:
    """Whether the view says that nobody needs to sign in."""
    return not getattr(pattern.callback, "login_required", True)


def lets_in(response: Any) -> bool:
    """Whether an answer shows something: neither a way to the sign-in page nor a refusal."""
    sent_to_sign_in = response.status_code == 302 and response.headers["Location"].startswith(
        reverse("accounts:sign_in")
    )
    return not sent_to_sign_in and response.status_code not in {401, 403, 404, 405}


def _view(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_walk_fills_in_every_converter() -> None:
    patterns: list[URLPattern | URLResolver] = [path("duties/<int:duty_id>/<uuid:key>/<str:word>", _view, name="duty")]

    found = [(name, address) for name, address, _pattern in addresses(patterns)]

    assert found == [("duty", f"/duties/1/{uuid.UUID(int=1)}/x")]


def test_public_views_are_the_listed_ones() -> None:
    public = {name for name, _address, pattern in addresses(get_resolver().url_patterns) if is_public(pattern)}

    assert public == set(PUBLIC)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_closed_addresses_let_no_stranger_in(client: Client, method: str) -> None:
    create_user(name="Lan", email="lan@example.org", password=None, by=None, now=clock.now())
    closed = [
        (name, address) for name, address, pattern in addresses(get_resolver().url_patterns) if not is_public(pattern)
    ]

    open_ones = [name for name, address in closed if lets_in(getattr(client, method)(address))]

    assert open_ones == []
    assert len(closed) > len(PUBLIC)
