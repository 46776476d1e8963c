"""The menu entry of the summary report, for people of the host; its count is what must be mended."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.conferences.here import here_of
from tongket.core.findings import words
from tongket.core.menu import Count, Group, MenuEntry
from tongket.synthesis.models import Report


def _report(request: HttpRequest) -> str | None:
    here = here_of(request)
    return reverse("synthesis:report", args=[here.conference.pk]) if here and here.rights.is_host else None


def _moved(request: HttpRequest) -> Count | None:
    here = here_of(request)
    if here is None or not here.rights.is_host:
        return None
    report = Report.objects.filter(conference=here.conference).only("moved").first()
    return Count(len(report.moved), words("báo cáo đổi sau lần tổng hợp")) if report and report.moved else None


NAMES = ("passage", "sources", "figures", "themes", "theme", "recommendations", "recommendation", "print")
PAGES = frozenset(f"synthesis:{name}" for name in (*NAMES, "new_recommendation"))
ENTRIES = (MenuEntry("synthesis", words("Báo cáo tổng kết"), "sum", Group.RESULTS, 10, _report, _moved, PAGES),)
