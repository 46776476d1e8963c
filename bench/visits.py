"""Visits to pages inside this process, as the host's clerk; needs Django ready."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.units.models import Role

HEADERS = {"host": "localhost", "accept-encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class Visited:
    """One page with the client that looks at it."""

    client: Client
    address: str

    def visit(self) -> int:
        """Fetches the page and returns its size as it travels; a RuntimeError tells any answer but 200."""
        answer = self.client.get(self.address, headers=HEADERS)
        if answer.status_code != 200:
            raise RuntimeError(f"{self.address} answered {answer.status_code}")
        return len(answer.content)

    def count_queries(self) -> int:
        """How many queries one visit asks, once the first one has warmed what is kept."""
        self.visit()
        with CaptureQueriesContext(connection) as asked:
            self.visit()
        return len(asked)


def now() -> datetime:
    """The time at which the sample stands."""
    return clock.now()


def sample_conference() -> Conference:
    """The conference of the model plan: the one with most duties."""
    return max(Conference.objects.all(), key=lambda conference: conference.duties.count())


def clerk_of(conference: Conference) -> User:
    """A clerk of the host."""
    members = conference.host.memberships.filter(role=Role.CLERK, person__user__isnull=False)
    user = members.select_related("person__user").earliest("pk").person.user
    assert isinstance(user, User)
    return user


def dashboard_of(conference: Conference) -> Visited:
    """The dashboard as the host's clerk sees it."""
    client = Client()
    client.force_login(clerk_of(conference))
    return Visited(client, reverse("conferences:dashboard", args=[conference.pk]))


def session_cookie(visited: Visited) -> str:
    """The session of a visit, for a browser that looks at the same installation."""
    return str(visited.client.cookies["sessionid"].value)
