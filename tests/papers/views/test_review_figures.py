"""A figure of the paper that disagrees leads to the review for those who see the paper; B sees neither."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.papers import make_version
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.accounts.models import User
from tongket.papers.actions.measuring import measure_job

AsUser = Callable[[User], Client]
LINK = re.compile(r'href="([^"#]+)#(so-[^"]+)"')


@pytest.mark.parametrize("who", ["member_a", "clerk", "leader"])
def test_the_finding_leads_to_the_figure_of_the_review(as_user: AsUser, office: Office, who: str) -> None:
    version = make_version(duty=office.duty_a, text="# Bài\n\nĐịa phương đang duy trì 15 mô hình.")
    make_review(conference=office.conference, unit=office.unit_a, figures={"models": 12}, confirmed=True)
    measure_job(version.pk)
    browser = as_user(getattr(office, who))

    page = browser.get(f"/papers/{office.duty_a.pk}/").content.decode()

    assert "Bài ghi “15 mô hình”, báo cáo của đơn vị ghi 12 mô hình." in page
    ((path, anchor),) = LINK.findall(page)
    assert f'<tr id="{anchor}"' in browser.get(path).content.decode()


def test_another_unit_reads_neither(as_user: AsUser, office: Office) -> None:
    make_review(conference=office.conference, unit=office.unit_a, figures={"models": 12}, confirmed=True)
    browser = as_user(office.member_b)

    pages = f"/papers/{office.duty_a.pk}/", f"/conferences/{office.conference.pk}/reviews/{office.unit_a.pk}/"
    assert [browser.get(path).status_code for path in pages] == [404, 404]
