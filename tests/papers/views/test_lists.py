"""The office's lists of papers and remarks, and moving speakers."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.conftest import ClientOf
from tests.factories.conferences import make_duty, make_unit
from tests.factories.papers import make_comment, make_paper, make_remark, make_version
from tests.office import Office
from tongket.conferences.rules import DutyKind, DutyState
from tongket.papers.models import Paper
from tongket.papers.queries.listing import papers_of
from tongket.papers.queries.remarks import remark_rows

pytestmark = pytest.mark.usefixtures("monday")
QUERIES = 7
REMARK_QUERIES = 2
TODAY = date(2024, 10, 21)


def page(client: Client, address: str) -> str:
    """The page as text."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_for_many_papers_as_for_one(
    office: Office, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        duty = make_duty(conference=office.conference, unit=make_unit())
        make_version(duty=duty)
        make_comment(duty=duty, by=office.clerk)

    with django_assert_num_queries(QUERIES):
        listed = papers_of(office.conference, today=TODAY)

    assert len(listed.rows) == number + 2


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_remarks_asks_as_often_for_many_as_for_one(
    office: Office, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        unit = make_unit()
        asked = make_duty(conference=office.conference, unit=unit, kind=DutyKind.REMARKS)
        make_remark(conference=office.conference, unit=unit, duty=asked)
        make_remark(conference=office.conference, unit=unit, subject="Xin nói thêm")

    with django_assert_num_queries(REMARK_QUERIES):
        rows = remark_rows(office.conference, today=TODAY)

    assert len(rows) == 2 * number


def test_every_owed_paper_is_in_the_list_with_its_figures(office: Office, as_user: ClientOf) -> None:
    make_paper(duty=office.duty_a, title="Một tổ giúp một hộ", speaker_name="Võ Thị Hồng Nhung")
    make_version(duty=office.duty_a)

    shown = page(as_user(office.clerk), f"/conferences/{office.conference.pk}/papers/")

    assert "Một tổ giúp một hộ" in shown
    assert "Võ Thị Hồng Nhung" in shown
    assert "<b>2,6 trang</b>" in shown
    assert "<b>6:00 phút</b>" in shown
    assert "Ủy ban MTTQ Việt Nam xã Tam Phú" in shown
    assert "trình bày hết 13 phút" in shown


def test_the_filter_keeps_what_was_asked_for(office: Office) -> None:
    make_version(duty=office.duty_a)

    assert [row.duty for row in papers_of(office.conference, shown="waiting", today=TODAY).rows] == [office.duty_a]
    assert [row.duty for row in papers_of(office.conference, shown="missing", today=TODAY).rows] == [office.duty_b]


def test_a_withdrawn_paper_is_owed_no_more(office: Office) -> None:
    office.duty_a.state = DutyState.WITHDRAWN
    office.duty_a.save()

    listed = papers_of(office.conference, today=TODAY)

    assert ([row.duty for row in listed.rows], listed.total, listed.counts["gone"]) == ([office.duty_b], 1, 1)


def test_a_late_version_says_so(office: Office) -> None:
    office.duty_a.due_on = TODAY.replace(day=19)
    office.duty_a.save()
    make_version(duty=office.duty_a)

    assert papers_of(office.conference, today=TODAY).rows[0].days_late == 2


@pytest.mark.parametrize("person", ["member_a", "member_b", "guest"])
@pytest.mark.parametrize("place", ["papers/", "papers/rules", "papers/papers.zip", "remarks/"])
def test_units_and_strangers_see_no_list(office: Office, as_user: ClientOf, person: str, place: str) -> None:
    make_version(duty=office.duty_a)

    answer = as_user(getattr(office, person)).get(f"/conferences/{office.conference.pk}/{place}")

    assert answer.status_code == 404


def test_a_reader_of_the_host_reads_and_changes_nothing(office: Office, as_user: ClientOf) -> None:
    reader, here = as_user(office.host_member), f"/conferences/{office.conference.pk}/papers"

    assert "Đưa" not in page(reader, f"{here}/")
    assert [
        reader.post(f"{here}/order", {"paper": office.duty_a.pk, "do": "up"}).status_code,
        reader.get(f"{here}/rules").status_code,
        reader.get(f"/papers/{office.duty_a.pk}/enter").status_code,
        reader.get(f"/papers/{office.duty_a.pk}/limits").status_code,
    ] == [403, 403, 403, 403]


def test_speakers_move_without_a_script(office: Office, as_user: ClientOf) -> None:
    clerk, here = as_user(office.clerk), f"/conferences/{office.conference.pk}/papers/order"

    clerk.post(here, {"paper": office.duty_b.pk, "do": "up"})
    assert Paper.objects.get(pk=office.duty_b.pk).place == 1
    clerk.post(here, {"paper": office.duty_b.pk, "place": "2"})

    assert Paper.objects.get(pk=office.duty_b.pk).place == 2
    assert clerk.post(here, {"paper": office.duty_b.pk, "place": "đầu"}).status_code == 302
    assert clerk.post(here, {"paper": "9999", "do": "up"}).status_code == 404


def test_all_papers_come_as_one_archive_in_the_order_of_speaking(office: Office, as_user: ClientOf) -> None:
    make_version(duty=office.duty_b, text="Bài của Tam Phú")
    make_paper(duty=office.duty_b, place=1)

    answer = as_user(office.host_member).get(f"/conferences/{office.conference.pk}/papers/papers.zip")

    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["01 Ủy ban MTTQ Việt Nam xã Tam Phú, bản 1.txt"]
        assert archive.read(archive.namelist()[0]).decode() == "Bài của Tam Phú"


def test_remarks_show_who_was_asked_and_who_asks(office: Office, as_user: ClientOf) -> None:
    make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.REMARKS)
    make_remark(conference=office.conference, unit=office.unit_a)

    shown = page(as_user(office.host_member), f"/conferences/{office.conference.pk}/remarks/")

    assert "Giữ đường hoa nông thôn" in shown
    assert "tự xin" in shown
    assert "cần 5 phút" in shown


def test_those_who_speak_move_without_a_script_too(office: Office, as_user: ClientOf) -> None:
    asked = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.REMARKS)
    wish = make_remark(conference=office.conference, unit=office.unit_a)
    clerk, here = as_user(office.clerk), f"/conferences/{office.conference.pk}/remarks"

    clerk.post(f"{here}/order", {"speaker": f"remark:{wish.pk}", "do": "up"})

    shown = page(clerk, f"{here}/")
    assert shown.index(f'id="remark-{wish.pk}"') < shown.index(f'id="duty-{asked.pk}"')
    assert clerk.post(f"{here}/order", {"speaker": "remark:9999", "do": "up"}).status_code == 404
    assert clerk.post(f"{here}/order", {"speaker": f"duty:{asked.pk}", "place": "đầu"}).status_code == 302


@pytest.mark.parametrize(("person", "status"), [("host_member", 403), ("member_a", 404), ("guest", 404)])
def test_only_who_runs_the_conference_orders_remarks(
    office: Office, as_user: ClientOf, person: str, status: int
) -> None:
    wish = make_remark(conference=office.conference, unit=office.unit_a)
    other, here = as_user(getattr(office, person)), f"/conferences/{office.conference.pk}/remarks"

    assert other.post(f"{here}/order", {"speaker": f"remark:{wish.pk}", "do": "up"}).status_code == status
    if person == "host_member":
        assert "Đưa" not in page(other, f"{here}/")
