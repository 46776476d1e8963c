"""What every journey does: press a button, follow a link, and let the worker of the server do what is due."""

import re

from django.utils import timezone
from playwright.sync_api import Page

from tongket.core import jobs
from tongket.core.models import Job, JobState


def work() -> None:
    """Carries out every job that is due, as the worker of the server does."""
    while due := list(Job.objects.filter(state=JobState.WAITING, run_at__lte=timezone.now())):
        for job in due:
            jobs.run_job.func(job.pk)


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Presses the button of this name."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str | re.Pattern[str]) -> None:
    """Follows the first link of this name."""
    page.get_by_role("link", name=name).first.click()
