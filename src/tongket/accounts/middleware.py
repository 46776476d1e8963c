"""Sends the first visitor of an empty installation to the page that makes the host unit and the first account."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tongket.accounts.queries import is_empty

GetResponse = Callable[[HttpRequest], HttpResponse]


def first_run(get_response: GetResponse) -> GetResponse:
    """Asks the database only until it has seen an account; after that it costs nothing."""
    someone_is_there = False

    def middleware(request: HttpRequest) -> HttpResponse:
        nonlocal someone_is_there
        if not someone_is_there:
            someone_is_there = not is_empty()
        if not someone_is_there and not request.path.startswith(_open_paths()):
            return redirect(settings.FIRST_RUN_URL)
        return get_response(request)

    return middleware


def _open_paths() -> tuple[str, ...]:
    return (reverse(settings.FIRST_RUN_URL), reverse("core:health"), reverse("core:language"), "/static/")
