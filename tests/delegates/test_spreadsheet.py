"""The list as Excel: everybody in the order of introduction, and the places nobody was named for."""

import io

import pytest
from openpyxl import load_workbook

from tests.conftest import ClientOf
from tests.delegates.actions.test_answering import HOA, say
from tests.delegates.actions.test_listing import invited
from tests.factories.conferences import make_duty
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.delegates.models import Delegate

pytestmark = pytest.mark.usefixtures("monday")


def test_everybody_has_a_row_and_a_name_is_no_formula(office: Office, asked: Duty, as_user: ClientOf) -> None:
    say(office, asked, HOA)
    invited(office, "=SUM(1;2)", clause="II.1/1")
    Delegate.objects.filter(name=HOA.name).update(title="Ông", part="Chủ tọa")
    make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES, clause=asked.clause)

    answer = as_user(office.host_member).get(f"/conferences/{office.conference.pk}/delegates/delegates.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]

    assert [row[:7] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        (1, "II.1/1", "=SUM(1;2)", "Phó Chủ tịch", office.conference.host.name, None, "Chưa trả lời"),
        (2, "II.1/4", "Ông Nguyễn Văn Hòa", "Chủ tịch", office.unit_a.name, "Chủ tọa", "Dự"),
        (3, "II.1/4", None, None, office.unit_b.name, None, "Chưa cử người"),
    ]
    assert sheet["C2"].data_type == "s"


def test_units_get_no_list(office: Office, as_user: ClientOf) -> None:
    here = f"/conferences/{office.conference.pk}/delegates/delegates.xlsx"

    assert [as_user(who).get(here).status_code for who in (office.member_a, office.guest)] == [404, 404]
