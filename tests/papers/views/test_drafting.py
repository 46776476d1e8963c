"""Drafts: kept as one types or by a button, two windows, and what one person has aside another does not see."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.conferences import NOW, make_user
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.papers.actions.drafting import save_draft
from tongket.papers.models import DraftAside
from tongket.papers.queries.papers import paper_of

AsUser = Callable[[User], Client]


def at(office: Office, page: str = "write") -> str:
    """An address of unit A's paper."""
    return f"/papers/{office.duty_a.pk}/{page}"


@pytest.mark.usefixtures("monday")
def test_a_draft_is_kept_as_one_types(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)

    first = browser.post(at(office, "draft"), {"text": "Kính thưa", "revision": 0})
    second = browser.post(at(office, "draft"), {"text": "Kính thưa quý vị", "revision": first.json()["revision"]})

    assert (second.json()["revision"], paper_of(office.duty_a).draft) == (2, "Kính thưa quý vị")
    assert second.json()["said"] == "Đã lưu nháp 08:15; Văn phòng chưa thấy."
    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.WORKING


def test_a_draft_is_saved_by_its_button_without_script(as_user: AsUser, office: Office) -> None:
    answer = as_user(office.member_a).post(at(office), {"do": "save", "text": "Bài nháp", "revision": "0"})

    assert (answer.status_code, paper_of(office.duty_a).draft) == (302, "Bài nháp")
    assert str(Duty.objects.get(pk=office.duty_a.pk).state) == DutyState.WORKING


def test_two_windows_lose_no_words(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)
    path = at(office, "draft")

    first = browser.post(path, {"text": "Cửa sổ một", "revision": "0"})
    second = browser.post(path, {"text": "Cửa sổ hai", "revision": "0"})

    assert (first.status_code, first.json()["revision"]) == (200, 1)
    assert (second.status_code, second.json()["revision"]) == (409, 1)
    assert (paper_of(office.duty_a).draft, DraftAside.objects.get().text) == ("Cửa sổ một", "Cửa sổ hai")
    page = browser.get(at(office)).content.decode()
    assert [words in page for words in ("Có hai bản nháp", "Cửa sổ một", "Cửa sổ hai")] == [True, True, True]

    browser.post(at(office), {"do": "take"})
    assert (paper_of(office.duty_a).draft, DraftAside.objects.get().text) == ("Cửa sổ hai", "Cửa sổ một")
    browser.post(at(office), {"do": "drop"})
    assert (paper_of(office.duty_a).draft, DraftAside.objects.count()) == ("Cửa sổ hai", 0)


def test_what_one_person_has_aside_another_does_not_see(as_user: AsUser, office: Office) -> None:
    colleague = make_user(unit=office.unit_a, name="Lê Văn Tám")
    save_draft(paper=paper_of(office.duty_a), text="Một", revision=0, by=office.member_a, now=NOW)
    as_user(office.member_a).post(at(office, "draft"), {"text": "Hai", "revision": "0"})

    page = as_user(colleague).get(at(office)).content.decode()

    assert ("Có hai bản nháp" in page, "Hai" in page.partition("<main")[2].replace("Có hai", "")) == (False, False)


def test_a_draft_longer_than_any_paper_is_refused_and_shown(as_user: AsUser, office: Office) -> None:
    browser, text = as_user(office.member_a), "dài " * 100_001

    typed = browser.post(at(office, "draft"), {"text": text, "revision": "0"})
    pressed = browser.post(at(office), {"do": "save", "text": text, "revision": "0"})

    assert (typed.status_code, pressed.status_code, paper_of(office.duty_a).draft) == (422, 422, "")
    assert "dài " * 20 in pressed.content.decode()


@pytest.mark.parametrize(("person", "status"), [("member_b", 404), ("guest", 404), ("host_member", 403)])
def test_nobody_else_saves_a_draft(as_user: AsUser, office: Office, person: str, status: int) -> None:
    browser = as_user(getattr(office, person))

    assert browser.post(at(office, "draft"), {"text": "x", "revision": 0}).status_code == status
