"""What was done, said with a way to take it back."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tongket.core.models import Event
from tongket.papers.models import PaperVersion
from tongket.papers.rules import Measured


def say(request: HttpRequest, words: str, event: Event) -> None:
    """Says what was done with the duty, with a way to take it back."""
    messages.success(request, words, extra_tags=reverse("conferences:take_back", args=[event.pk]))


def say_submitted(request: HttpRequest, version: PaperVersion, event: Event) -> None:
    """Says that a version was kept, with its receipt, and whether it is measured already."""
    receipt = version.evidence.receipt
    words = {
        Measured.DONE: _("Đã nộp bản %(n)d. Giấy biên nhận %(receipt)s."),
        Measured.WAITING: _("Đã nộp bản %(n)d, đang đo. Giấy biên nhận %(receipt)s."),
        Measured.SCANNED: _("Đã nộp bản %(n)d, đang nhận dạng chữ. Giấy biên nhận %(receipt)s."),
        Measured.NOT_HERE: _("Đã nộp bản %(n)d; máy này chưa đo được. Giấy biên nhận %(receipt)s."),
        Measured.UNREADABLE: _("Đã giữ bản %(n)d; tệp không đọc được. Giấy biên nhận %(receipt)s."),
    }
    say(request, words[Measured(version.state)] % {"n": version.ordinal, "receipt": receipt}, event)
