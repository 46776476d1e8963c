"""The page where the summary is packed and taken home."""

import pytest

from tests.conftest import ClientOf
from tests.factories.documents import make_document
from tests.factories.synthesis import Reported, make_reported
from tests.office import Office
from tongket.documents.rules import DocumentState

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def reported(office: Office) -> Reported:
    return make_reported(2, missing=0, conference=office.conference)


def test_the_summary_is_packed_and_taken_home(reported: Reported, as_user: ClientOf) -> None:
    clerk, here = as_user(reported.clerk), f"/conferences/{reported.conference.pk}/report/bundle"

    early = clerk.post(here, follow=True).content.decode()
    make_document(conference=reported.conference, kind="summary_report", state=DocumentState.ISSUED)
    page = clerk.post(here, follow=True).content.decode()
    file = clerk.get(f"{here}.tongket")

    assert "Ban hành xong rồi đóng gói gửi lên." in early
    assert "Đã đóng gói." in page
    assert file.content[:2] == b"PK"
    assert file.headers["Content-Disposition"].endswith('.tongket"')


def test_nothing_is_there_to_take_before(reported: Reported, as_user: ClientOf) -> None:
    assert (
        as_user(reported.clerk).get(f"/conferences/{reported.conference.pk}/report/bundle.tongket").status_code == 404
    )


@pytest.mark.parametrize(("who", "reads", "packs"), [("host_member", 200, 403), ("member_a", 404, 404)])
def test_only_the_host_reads_and_only_who_decides_packs(
    office: Office, reported: Reported, as_user: ClientOf, who: str, reads: int, packs: int
) -> None:
    client, here = as_user(getattr(office, who)), f"/conferences/{reported.conference.pk}/report/bundle"

    assert (client.get(here).status_code, client.post(here).status_code) == (reads, packs)
