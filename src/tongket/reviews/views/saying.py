"""What was done, said with a way to take it back where there is one."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.core.models import Event
from tongket.reviews.models import Review, ReviewVersion


def say(request: HttpRequest, words: str, event: Event | None) -> None:
    """Says what was done; with the line of the trail as `event` it can be taken back."""
    tags = reverse("conferences:take_back", args=[event.pk]) if event is not None else ""
    messages.success(request, words, extra_tags=tags)


def say_submitted(request: HttpRequest, version: ReviewVersion) -> None:
    """Says that a version was kept, with its receipt, and who must confirm it.

    One that is confirmed already counts, and is not taken back any more.
    """
    evidence = version.evidence
    if Review.objects.filter(pk=version.review_id, confirmed_at__isnull=False).exists():
        _say_confirmed(request, version)
        return
    if evidence is None:
        event = Event.objects.filter(verb="submit_review", changes__version=version.pk).last()
        words = _("Đã nộp bản %(n)d. Lãnh đạo đơn vị xác nhận thì báo cáo mới được tính.")
        say(request, words % {"n": version.ordinal}, event)
        return
    changed = Event.objects.filter(subject=f"duty:{evidence.duty_id}", verb="hand_in", changes__evidence=evidence.pk)
    words = _("Đã nộp bản %(n)d, giấy biên nhận %(receipt)s. Lãnh đạo đơn vị xác nhận thì báo cáo mới được tính.")
    say(request, words % {"n": version.ordinal, "receipt": evidence.receipt}, changed.last())


def _say_confirmed(request: HttpRequest, version: ReviewVersion) -> None:
    words = _("Đã nộp bản %(n)d, đã xác nhận nên báo cáo được tính.")
    if version.evidence is not None:
        words = _("Đã nộp bản %(n)d, giấy biên nhận %(receipt)s; đã xác nhận nên báo cáo được tính.")
    receipt = version.evidence.receipt if version.evidence is not None else ""
    say(request, words % {"n": version.ordinal, "receipt": receipt}, None)
