"""What was done, said with a way to take it back."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from tongket.core.models import Event


def say(request: HttpRequest, words: str, event: Event) -> None:
    """Says what was done with the duty, with a way to take it back."""
    messages.success(request, words, extra_tags=reverse("conferences:take_back", args=[event.pk]))
