import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import make_user
from tests.factories.reviews import make_outline, make_review, make_review_duty
from tests.office import Office
from tongket.reviews.models import Review
from tongket.units.models import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
JSON = "application/json"


@pytest.fixture
def sent(office: Office) -> Review:
    """Unit A's review, submitted; unit B owes one."""
    make_outline(conference=office.conference)
    make_review_duty(conference=office.conference, unit=office.unit_b)
    return make_review(conference=office.conference, unit=office.unit_a, figures={"models": 12}, by=office.member_a)


def path(office: Office, rest: str = "") -> str:
    return f"/api/conferences/{office.conference.pk}/reviews{rest}"


def test_list_tells_who_delivered_on_any_day(office: Office, sent: Review, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)

    today, before = clerk.get(path(office)).json(), clerk.get(path(office), {"on": "2024-10-20"}).json()

    assert (today["owed"], today["delivered"], today["counted"]) == (2, 1, 0)
    assert before["delivered"] == 0
    assert [row["state"] for row in today["reviews"] if row["unit_id"] == office.unit_a.pk] == ["submitted"]
    assert as_user(office.member_a).get(path(office)).status_code == 404


def test_outline_is_read_by_units_too(office: Office, sent: Review, as_user: ClientOf) -> None:
    answer = as_user(office.member_b).get(path(office, "/outline")).json()

    assert [each["code"] for each in answer["indicators"]] == ["models", "models_new", "money"]
    assert answer["questions"][0]["clause"] == "I/1"
    assert as_user(office.guest).get(path(office, "/outline")).status_code == 404


def test_one_review_whole(office: Office, sent: Review, as_user: ClientOf) -> None:
    one = path(office, f"/{office.unit_a.pk}")

    answer = as_user(office.member_a).get(one).json()

    assert answer["said"]["figures"][0]["value"] == "12"
    assert [each["came_as"] for each in answer["versions"]] == ["web"]
    assert as_user(office.member_b).get(one).status_code == 404


def test_confirming_accepting_and_returning(office: Office, sent: Review, as_user: ClientOf) -> None:
    one, seen = path(office, f"/{office.unit_a.pk}"), {"revision": sent.revision}
    leader = make_user(unit=office.unit_a, role=Role.LEADER)

    assert as_user(office.member_a).post(f"{one}/confirm", seen, JSON).status_code == 403
    assert as_user(office.clerk).post(f"{one}/accept", seen, JSON).status_code == 409
    assert as_user(leader).post(f"{one}/confirm", seen, JSON).json()["counts"] is True
    assert as_user(leader).post(f"{one}/accept", seen, JSON).status_code == 403
    assert as_user(office.clerk).post(f"{one}/accept", seen, JSON).json()["state"] == "accepted"
    words = seen | {"remark": "", "due_on": "2024-10-25"}
    assert as_user(office.clerk).post(f"{one}/return", words, JSON).status_code == 422
    returned = as_user(office.clerk).post(f"{one}/return", words | {"remark": "Sửa"}, JSON)
    assert returned.json()["state"] == "returned"
