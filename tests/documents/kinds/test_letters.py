"""The letters of the model plan, word for word, and who gets them."""

from datetime import date

import pytest

from tests.conferences.city import City
from tests.documents.tam_ky import golden, make_ready_city
from tests.factories.conferences import NOW
from tongket.conferences.models import Duty
from tongket.conferences.rules import DueSource, DutyKind
from tongket.documents.actions.drafting import draft_document
from tongket.documents.kinds import KINDS
from tongket.documents.queries.assembled import assembled
from tongket.documents.rules import RecipientRole

FRONT = "Ban Thường trực Ủy ban MTTQ Việt Nam"


@pytest.fixture
def ready(db: None) -> City:
    return make_ready_city()


@pytest.mark.parametrize(
    ("name", "kind", "duties", "clause", "number"),
    [
        ("request-paper", "request", ["paper"], "III.2", 6),
        ("request-nomination", "request", ["nomination"], "III.3/1", 4),
        ("request-exhibit-review", "request", ["exhibit", "review"], "IV.3/3", 13),
        ("notice", "notice", [], "II.2", 20),
        ("plan", "plan", [], "", 0),
    ],
)
def test_letters_say_what_the_plan_asks(
    ready: City, name: str, kind: str, duties: list[str], clause: str, number: int
) -> None:
    document = draft_document(
        conference=ready.conference, kind=kind, options={"duty_kinds": duties}, by=ready.clerk, now=NOW
    )

    made = assembled(document)

    assert f"{document.subject}\n---\n{document.body.rstrip()}\n" == golden(name, document.body)
    assert (document.clause, made.missing, made.findings) == (clause, (), ())
    assert document.recipients.filter(role=RecipientRole.ADDRESSEE).count() == number


def test_six_authors_are_addressed_in_the_order_of_the_directory(ready: City) -> None:
    document = draft_document(conference=ready.conference, kind="request", by=ready.clerk, now=NOW)

    made = assembled(document).document

    assert made.addressees == (
        "Hội Nông dân thành phố",
        "Hội Liên hiệp phụ nữ thành phố",
        "Đoàn TNCS Hồ Chí Minh thành phố",
        f"{FRONT} phường An Phú",
        f"{FRONT} phường Tân Thạnh",
        f"{FRONT} xã Tam Thăng",
    )
    assert made.recipients == ("Như trên", "Ban Phong trào UBMTTQ Việt Nam tỉnh", "Lưu: VT, PT")
    assert (made.issuer.above, made.issuer.own) == (("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ"), ("BAN THƯỜNG TRỰC",))
    assert (made.symbol, made.place, made.type_name) == ("MTTQ-BTT", "Tam Kỳ", "")


def test_each_addressee_has_the_duties_it_owes(ready: City) -> None:
    document = draft_document(
        conference=ready.conference,
        kind="request",
        options={"duty_kinds": ["exhibit", "review"]},
        by=ready.clerk,
        now=NOW,
    )

    owed = {
        recipient.name: sorted(duty.kind for duty in recipient.duties.all()) for recipient in document.recipients.all()
    }

    assert owed.pop("Ban Phong trào UBMTTQ Việt Nam tỉnh") == []
    assert set(map(tuple, owed.values())) == {("exhibit", "review")}


def test_the_annex_lists_each_unit(ready: City) -> None:
    options = {"duty_kinds": ["nomination"], "with_annex": True}

    document = draft_document(conference=ready.conference, kind="request", options=options, by=ready.clerk, now=NOW)

    (annex,) = assembled(document).document.annexes
    assert annex.title == "PHẦN VIỆC CỦA TỪNG ĐƠN VỊ"
    (table,) = annex.body
    assert len(table.rows) == 4  # type: ignore[union-attr]


def test_a_letter_may_go_to_some_units_only(ready: City) -> None:
    women = ready.duty(DutyKind.PAPER, "phụ nữ thành phố")
    options = {"duty_kinds": ["paper"], "units": [women.unit_id]}

    found = KINDS["request"].addressees(ready.conference, options)

    assert [(each.name, each.duties) for each in found] == [("Hội Liên hiệp phụ nữ thành phố", (women,))]


def test_a_unit_with_another_day_is_named(ready: City) -> None:
    duty = ready.duty(DutyKind.PAPER, "Hội Nông dân thành phố")
    Duty.objects.filter(pk=duty.pk).update(due_on=date(2024, 10, 22), due_source=DueSource.OFFICE)

    values = KINDS["request"].values(ready.conference, {"duty_kinds": ["paper"]})

    assert values["han_rieng"] == ["Hội Nông dân thành phố: chậm nhất ngày 22 tháng 10 năm 2024"]
    assert values["phan"][0]["han"] == "trước ngày 20 tháng 10 năm 2024"


def test_missing_days_are_asked_for_once(ready: City) -> None:
    Duty.objects.filter(kind=DutyKind.NOMINATION).update(due_on=None, due_source=DueSource.NONE)
    document = draft_document(
        conference=ready.conference, kind="request", options={"duty_kinds": ["nomination"]}, by=ready.clerk, now=NOW
    )

    made = assembled(document)
    document.values = {"thời hạn": "trước ngày 19 tháng 10 năm 2024"}

    assert made.missing == ("thời hạn",)
    assert [(finding.code, finding.values) for finding in made.findings] == [("missing_value", {"names": "thời hạn"})]
    assert assembled(document).missing == ()


def test_reminded_are_those_who_are_late(ready: City) -> None:
    ready.hand_in(DutyKind.PAPER, "phụ nữ thành phố")
    options = {"on": "2024-10-21", "duty_kinds": ["paper", "nomination"]}

    values = KINDS["urge"].values(ready.conference, options)

    assert len(values["con_thieu"]) == 9
    assert values["con_thieu"][0] == {
        "don_vi": "Phòng Kinh tế",
        "viec": "Giới thiệu khen thưởng",
        "han": "19/10/2024",
        "cham": "trễ 2 ngày",
    }
    assert values["han_moi"] == "2024-10-23"


def test_guests_know_whether_they_speak(ready: City) -> None:
    guests = {each.name: dict(each.values) for each in KINDS["invitation"].addressees(ready.conference, {})}

    assert guests["Phòng Kinh tế"] == {
        "nguoi_duoc_moi": "Đại diện lãnh đạo Phòng Kinh tế",
        "noi_dung_moi": "tham dự",
    }
    assert guests[f"{FRONT} xã Tam Thăng"]["noi_dung_moi"] == "tham dự và trình bày tham luận tại"


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("invitation", ("người chủ trì",)),
        ("programme", ("người chủ trì", "các mục của chương trình")),
        ("conclusion", ("người chủ trì", "nội dung kết luận", "việc giao sau hội nghị")),
        (
            "decision",
            (
                "các căn cứ",
                "hình thức khen thưởng",
                "thành tích chung",
                "mức tiền thưởng mỗi tập thể",
                "nguồn kinh phí khen thưởng",
                "bộ phận thực hiện quyết định",
                "danh sách đề nghị khen thưởng",
            ),
        ),
        ("outline", ()),
        ("delegate_list", ("danh sách đại biểu", "số đại biểu triệu tập")),
        ("confirmation", ()),
        ("urge", ()),
    ],
)
def test_what_no_room_knows_yet_is_named(ready: City, kind: str, missing: tuple[str, ...]) -> None:
    document = draft_document(conference=ready.conference, kind=kind, by=ready.clerk, now=NOW)

    assert assembled(document).missing == missing
