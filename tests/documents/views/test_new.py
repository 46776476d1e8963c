"""The page of what could be drafted: what it offers, and what it says where an office's own template is wrong."""

import re
from collections.abc import Callable

from django.test import Client

from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.rules import DutyKind
from tongket.documents.models import Document, Template

AsUser = Callable[[User], Client]


def test_what_the_host_gives_itself_is_no_letter(office: Office, as_user: AsUser) -> None:
    make_duty(conference=office.conference, unit=office.conference.host, kind=DutyKind.TASK)
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.PAPER)

    page = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/documents/new").content.decode()

    assert re.findall(r'value="(request[^"]*)"', page) == ["request:paper"]


def test_what_another_page_leads_here_for_stands_first(office: Office, as_user: AsUser) -> None:
    here = f"/conferences/{office.conference.pk}/documents/new?kind=delegate_list"
    page = as_user(office.clerk).get(here).content.decode()

    assert re.findall(r'value="([^"]*)">Soạn<', page)[0] == "delegate_list"
    assert page.count('<li class="asked">') == 1


def test_office_template_that_went_wrong_is_said_and_drafts_nothing(office: Office, as_user: AsUser) -> None:
    host, by = office.conference.host, office.clerk
    Template.objects.create(
        unit=host, kind="notice", ordinal=1, subject="a", body="{{ gone }}", made_by=by, made_at=NOW
    )

    page = as_user(by).post(f"/conferences/{office.conference.pk}/documents/new", {"offer": "notice"}).content.decode()

    assert "Mẫu của loại văn bản này đang có chỗ sai." in page
    assert not Document.objects.filter(kind="notice").exists()
