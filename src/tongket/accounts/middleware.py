"""Sends the first visitor of an empty installation to the page that makes the host unit and the first account."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
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


class ClosedByDefault(LoginRequiredMiddleware):
    """Every page asks for a sign-in unless its view says otherwise; the JSON interface asks by itself, with a 401."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """None lets the view answer; a redirect leads strangers to the sign-in page."""
        if request.path.startswith(settings.API_PREFIX):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
