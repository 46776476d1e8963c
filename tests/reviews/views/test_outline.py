import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.factories.documents import make_document
from tests.office import Office
from tongket.documents.actions import life
from tongket.documents.rules import DocumentState
from tongket.reviews.actions import asking
from tongket.reviews.models import Indicator, Outline, Period, Question, Review
from tongket.reviews.queries.outline import outline_of

pytestmark = pytest.mark.django_db


def page(office: Office) -> str:
    return reverse("reviews:outline", args=[office.conference.pk])


def test_outline_of_the_plan_is_shown_and_kept_by_a_press(office: Office, as_user: ClientOf) -> None:
    assert as_user(office.member_a).get(page(office)).status_code == 404
    assert "Buổi tuyên truyền về phong trào" in as_user(office.host_member).get(page(office)).content.decode()
    assert as_user(office.host_member).post(page(office), {"do": "keep"}).status_code == 403
    assert Outline.objects.count() == 0

    as_user(office.clerk).post(page(office), {"do": "keep"})

    assert Outline.objects.get().revision == 1


def test_question_is_added_changed_moved_removed_and_asked_again(
    office: Office, sent: Review, as_user: ClientOf
) -> None:
    clerk = as_user(office.clerk)
    new = {"heading": "Chuyen doi so", "text": "Nêu kết quả.", "kind": "result", "is_needed": "on"}
    clerk.post(page(office), {"do": "add-question"} | {f"question-new-{key}": value for key, value in new.items()})
    row = Question.objects.get(heading="Chuyen doi so")

    changed = new | {"text": "Nêu kết quả chuyển đổi số."}
    typed = {f"question-{row.pk}-{key}": value for key, value in changed.items()}
    clerk.post(page(office), {"do": f"change-question-{row.pk}"} | typed)
    clerk.post(page(office), {"do": f"up-question-{row.pk}"})

    codes = [each.code for each in outline_of(office.conference).questions]
    assert codes == ["results", "shortcomings", "chuyen-doi-so", "recommendations"]
    row.refresh_from_db()
    assert row.text == "Nêu kết quả chuyển đổi số."

    clerk.post(page(office), {"do": f"remove-question-{row.pk}"})
    assert "Hỏi lại" in clerk.get(page(office)).content.decode()
    clerk.post(page(office), {"do": f"restore-question-{row.pk}"})
    assert len(outline_of(office.conference).questions) == 4


def test_wrong_form_is_shown_again_at_its_place(office: Office, sent: Review, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(page(office), {"do": "add-question", "question-new-heading": ""})

    assert answer.status_code == 422
    assert "<details open>" in answer.content.decode()


def test_indicator_is_added_and_its_measure_is_fixed_once_figures_stand(
    office: Office, sent: Review, as_user: ClientOf
) -> None:
    clerk = as_user(office.clerk)
    plain = {"name": "Ho ngheo", "measure": "hộ", "nature": "count", "span": "period", "gather": "sum", "decimals": "0"}
    clerk.post(page(office), {"do": "add-indicator"} | {f"indicator-new-{key}": value for key, value in plain.items()})
    assert Indicator.objects.get(code="ho-ngheo").measure == "hộ"

    models = Indicator.objects.get(code="models")
    typed = {f"indicator-{models.pk}-{key}": value for key, value in (plain | {"name": "Mô hình"}).items()}
    answer = clerk.post(page(office), {"do": f"change-indicator-{models.pk}"} | typed, follow=True)

    assert "Đã có 1 số liệu" in answer.content.decode()
    models.refresh_from_db()
    assert models.measure == "mô hình"


def test_rate_needs_both_parts(office: Office, sent: Review, as_user: ClientOf) -> None:
    typed = {
        "name": "Tỷ lệ",
        "measure": "%",
        "nature": "rate",
        "span": "period",
        "gather": "rate",
        "numerator": "models",
    }
    posted = {"do": "add-indicator"} | {f"indicator-new-{key}": value for key, value in typed.items()}

    answer = as_user(office.clerk).post(page(office), posted)

    assert "Tỷ lệ cần cả tử số và mẫu số." in answer.content.decode()


def test_period_is_added_made_current_and_dropped(office: Office, sent: Review, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    new = {"label": "Năm 2022", "first_on": "1/1/2022", "last_on": "31/12/2022"}
    clerk.post(page(office), {"do": "add-period"} | {f"period-new-{key}": value for key, value in new.items()})
    row = Period.objects.get(code="2022")
    current = Period.objects.get(is_current=True)

    clerk.post(page(office), {"do": f"remove-period-{current.pk}"})
    clerk.post(page(office), {"do": f"remove-period-{row.pk}"})

    assert [each.code for each in Period.objects.order_by("code")] == ["2023", "2024"]
    wrong = new | {"last_on": "1/1/2021"}
    posted = {"do": "add-period"} | {f"period-new-{key}": value for key, value in wrong.items()}
    assert "Ngày cuối ở trước ngày đầu" in clerk.post(page(office), posted).content.decode()


def test_current_period_stays_current_when_its_days_change(office: Office, sent: Review, as_user: ClientOf) -> None:
    row = Period.objects.get(is_current=True)
    typed = {"label": "Năm 2024", "first_on": "1/1/2024", "last_on": "30/9/2024"}
    posted = {"do": f"change-period-{row.pk}"} | {f"period-{row.pk}-{key}": value for key, value in typed.items()}

    as_user(office.clerk).post(page(office), posted)

    row.refresh_from_db()
    assert (row.last_on.month, row.is_current) == (9, True)


def test_page_says_when_the_outline_moved_since_it_went_out(office: Office, sent: Review, as_user: ClientOf) -> None:
    document = make_document(conference=office.conference, kind="outline", state=DocumentState.NUMBERED)
    life.issue(document=document, by=office.clerk, now=NOW)
    assert "hỏi đúng như trang này" in as_user(office.host_member).get(page(office)).content.decode()

    money = Indicator.objects.get(code="money")
    asking.change_indicator(indicator=money, values={"definition": "Cả hiện vật"}, by=office.clerk, now=NOW)

    shown = as_user(office.host_member).get(page(office)).content.decode()
    assert "Đề cương đã sửa sau khi phát hành" in shown
    assert "Sửa chỉ tiêu “Tiền vận động được”: cách tính" in shown
    assert "để đính chính" not in shown
    assert "để đính chính" in as_user(office.clerk).get(page(office)).content.decode()
