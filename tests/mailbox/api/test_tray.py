from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.mailbox.arriving import ADDRESS_A, CAME, DOCX, NOW, Arena, letter, make_arena
from tongket.accounts.models import User
from tongket.conferences.actions.duties import accept
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyState
from tongket.core.models import Event, Job
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.models import Incoming

Browser = Callable[[User], Client]
pytestmark = pytest.mark.django_db
STRANGER = "Khách <khach@lavidu.vn>"


@pytest.fixture
def arena() -> Arena:
    return make_arena()


def came(**values: object) -> Incoming:
    return take_in(raw=letter(**values), came_at=CAME, by=None, now=NOW)  # type: ignore[arg-type]


def place(arena: Arena, rest: str = "") -> str:
    return f"/api/mailbox/conferences/{arena.conference.pk}/tray{rest}"


def post(client: Client, address: str, data: dict[str, Any] | None = None) -> Any:
    return client.post(address, data or {}, content_type="application/json")


def test_list_of_what_waits_with_guess_and_reasons(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, body="Ủy ban MTTQ Việt Nam xã Tam Phú\n")

    answer = as_user(arena.clerk).get(place(arena)).json()

    [row] = answer.pop("letters")
    assert answer == {"shelf": "waiting", "counts": {"waiting": 1, "filed": 0, "aside": 0, "left": 0}, "pages": 1}
    reasons = row.pop("reasons")
    assert datetime.fromisoformat(row.pop("came_at")) == CAME
    assert row == {
        "id": str(incoming.pk),
        "state": "waiting",
        "address": "khach@lavidu.vn",
        "name": "Khách",
        "subject": "Gửi bài tham luận",
        "unit": arena.unit_b.pk,
        "duty": arena.duty_b.pk,
        "beyond": None,
        "certainty": incoming.certainty,
        "loop": None,
        "faults": [],
        "evidence": None,
        "may_file": True,
        "files": [
            {
                "ordinal": 1,
                "name": "Tham luận.docx",
                "content_type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "role": "document",
                "bytes": len(DOCX),
                "is_chosen": True,
                "may_choose": True,
            }
        ],
    }
    assert [each["code"] for each in reasons] == [each["code"] for each in incoming.reasons]
    assert {name: value for name, value in reasons[1].items() if name != "words"} == {
        "code": "unknown-sender",
        "values": {"address": "khach@lavidu.vn"},
    }
    assert reasons[1]["words"] == "Địa chỉ khach@lavidu.vn không có trong danh bạ."


def test_shelf_of_what_was_filed_by_itself(arena: Arena, as_user: Browser) -> None:
    incoming = came()

    answer = as_user(arena.clerk).get(place(arena, "?shelf=filed")).json()

    found = [(each["id"], each["evidence"], each["may_file"]) for each in answer["letters"]]
    assert found == [(str(incoming.pk), Evidence.objects.get().pk, False)]
    assert answer["counts"] == {"waiting": 0, "filed": 1, "aside": 0, "left": 0}


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three(
    arena: Arena, as_user: Browser, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for each in range(number):
        came(sender=STRANGER, body=f"Ủy ban MTTQ Việt Nam xã Tam Phú {each}\n")
    client = as_user(arena.clerk)

    with django_assert_num_queries(11):
        client.get(place(arena))


def test_one_message_whole_with_duties_to_choose(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, body="Gửi.\n", message_id="<la1@lavidu.vn>")
    client = as_user(arena.clerk)

    answer = client.get(place(arena, f"/{incoming.pk}"), {"unit": "tam phu"}).json()

    assert [answer["body"].strip(), answer["message_id"], answer["receipt"]] == ["Gửi.", "la1@lavidu.vn", None]
    assert answer["choices"] == [
        {
            "duty": arena.duty_b.pk,
            "beyond": None,
            "words": f"Tham luận · {arena.unit_b.called}",
            "state": "open",
            "is_guess": False,
        }
    ]


def test_filed_for_a_duty_and_taken_back(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER)
    client = as_user(arena.clerk)

    filed = post(client, place(arena, f"/{incoming.pk}/file"), {"duty": arena.duty_b.pk}).json()

    evidence = Evidence.objects.get()
    assert (filed["state"], filed["duty"], filed["evidence"], filed["receipt"]) == (
        "filed",
        arena.duty_b.pk,
        evidence.pk,
        evidence.receipt,
    )
    assert (evidence.duty, evidence.entered_by) == (arena.duty_b, arena.clerk)
    back = post(client, place(arena, f"/{incoming.pk}/take-back")).json()
    assert (back["state"], back["evidence"]) == ("waiting", None)
    assert Duty.objects.get(pk=arena.duty_b.pk).state == DutyState.OPEN


def test_chosen_files_are_handed_in_and_no_program(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER, files=[("a.docx", DOCX), ("b.pdf", b"%PDF b"), ("c.js", b"x()")])

    wanted = {"duty": arena.duty_a.pk, "files": [2, 3, 9]}
    post(as_user(arena.clerk), place(arena, f"/{incoming.pk}/file"), wanted)

    evidence = Evidence.objects.get()
    assert evidence.file is not None
    assert (evidence.file.name, evidence.others.count()) == ("b.pdf", 0)


def test_error_no_file_is_chosen(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER)

    wanted = {"duty": arena.duty_a.pk, "files": []}
    answer = post(as_user(arena.clerk), place(arena, f"/{incoming.pk}/file"), wanted)

    assert (answer.status_code, answer.json()) == (422, {"detail": f"NothingToFile: {incoming.pk}"})
    assert Incoming.objects.get().state == "waiting"


@pytest.mark.parametrize("wanted", [{}, {"duty": 1, "beyond": "review:1"}])
def test_error_neither_or_both_are_named(arena: Arena, as_user: Browser, wanted: dict[str, Any]) -> None:
    incoming = came(sender=STRANGER)

    answer = post(as_user(arena.clerk), place(arena, f"/{incoming.pk}/file"), wanted)

    assert (answer.status_code, answer.json()) == (422, {"detail": "Ghi một trong hai: duty hoặc beyond."})


def test_error_duty_of_another_conference(arena: Arena, as_user: Browser) -> None:
    other, incoming = make_arena(), came(sender=STRANGER)

    answer = post(as_user(arena.clerk), place(arena, f"/{incoming.pk}/file"), {"duty": other.duty_a.pk})

    assert (answer.status_code, Evidence.objects.count()) == (404, 0)


def test_put_aside_and_reopened(arena: Arena, as_user: Browser) -> None:
    incoming = came(sender=STRANGER)
    client = as_user(arena.clerk)

    states = [post(client, place(arena, f"/{incoming.pk}/{do}")).json()["state"] for do in ("aside", "reopen")]

    assert states == ["handled", "waiting"]


@pytest.mark.parametrize("do", ["reopen", "take-back"])
def test_error_there_is_nothing_to_take_back(arena: Arena, as_user: Browser, do: str) -> None:
    incoming = came(sender=STRANGER)

    answer = post(as_user(arena.clerk), place(arena, f"/{incoming.pk}/{do}"))

    assert (answer.status_code, answer.json()) == (409, {"detail": "IncomingMoved: waiting"})


def test_error_duty_went_on_since(arena: Arena, as_user: Browser) -> None:
    incoming = came()
    accept(duty=Duty.objects.get(pk=arena.duty_a.pk), by=arena.clerk, now=NOW)

    answer = post(as_user(arena.clerk), place(arena, f"/{incoming.pk}/take-back"))

    assert answer.status_code == 409
    assert Incoming.objects.get().state == "filed"


def test_messages_are_brought_in_once(arena: Arena, as_user: Browser) -> None:
    client = as_user(arena.clerk)
    one, two = letter(), letter(sender=STRANGER, subject="Khác", files=())

    first = client.post(place(arena), {"letters": [upload(one), upload(two)]}).json()
    second = client.post(place(arena), {"letters": [upload(one)]}).json()

    assert [(each["subject"], each["state"]) for each in first["letters"]] == [
        ("Gửi bài tham luận", "filed"),
        ("Khác", "waiting"),
    ]
    assert [(answer["known"], len(answer["letters"])) for answer in (first, second)] == [(0, 2), (1, 0)]
    assert Incoming.objects.count() == 2


def upload(raw: bytes, name: str = "thu.eml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw)


@pytest.mark.parametrize(
    ("given", "detail"),
    [
        (b"\x89PNG", "a.eml: Tệp này không phải thư. Cần tệp .eml, hoặc tệp .zip gồm các tệp .eml."),
        (
            b"PK\x03\x04",
            "a.eml: Tệp .zip bị hỏng hoặc có mật khẩu. Cần tệp .zip mở được, gồm các tệp .eml.",
        ),
    ],
)
def test_error_file_that_is_no_message(arena: Arena, as_user: Browser, given: bytes, detail: str) -> None:
    answer = as_user(arena.clerk).post(place(arena), {"letters": [upload(given, "a.eml")]})

    assert (answer.status_code, answer.json()) == (422, {"detail": detail})


def test_raw_message_and_its_file(arena: Arena, as_user: Browser) -> None:
    raw = letter(sender=STRANGER)
    incoming = take_in(raw=raw, came_at=CAME, by=None, now=NOW)
    client = as_user(arena.clerk)

    answers = [client.get(place(arena, f"/{incoming.pk}/{rest}")) for rest in ("raw", "files/1", "files/2")]

    assert [answer.status_code for answer in answers] == [200, 200, 404]
    assert [answer.content for answer in answers[:2]] == [raw, DOCX]


def test_mailbox_is_looked_into_by_a_job(arena: Arena, as_user: Browser) -> None:
    answer = post(as_user(arena.clerk), place(arena, "/fetch")).json()

    assert list(Job.objects.values_list("pk", "name")) == [(answer["job"], "mailbox.fetch")]


CALLS = (
    ("get", ""),
    ("post", "/fetch"),
    ("get", "/{}"),
    ("get", "/{}/raw"),
    ("get", "/{}/files/1"),
    ("post", "/{}/file"),
    ("post", "/{}/aside"),
    ("post", "/{}/reopen"),
    ("post", "/{}/take-back"),
)


@pytest.mark.parametrize(("method", "rest"), CALLS)
def test_people_who_run_the_conference_only(arena: Arena, as_user: Browser, method: str, rest: str) -> None:
    incoming = came(sender=STRANGER)
    address, before = place(arena, rest.format(incoming.pk)), Event.objects.count()

    def status(user: User) -> int:
        client = as_user(user)
        answer = client.get(address) if method == "get" else post(client, address, {"duty": arena.duty_a.pk})
        return int(answer.status_code)

    other = make_arena().clerk
    assert [status(user) for user in (arena.host_member, arena.member_a, arena.guest, other)] == [403, 403, 404, 404]
    assert (Event.objects.count(), Job.objects.count(), Incoming.objects.get().state) == (before, 0, "waiting")


def test_nobody_else_brings_messages(arena: Arena, as_user: Browser) -> None:
    people = (arena.host_member, arena.member_a, arena.guest)
    codes = [as_user(user).post(place(arena), {"letters": [upload(letter())]}).status_code for user in people]

    assert (codes, Incoming.objects.count()) == ([403, 403, 404], 0)


@pytest.mark.parametrize(("method", "rest"), [call for call in CALLS if "{}" in call[1]])
def test_office_b_reaches_no_message_of_office_a(arena: Arena, as_user: Browser, method: str, rest: str) -> None:
    other = make_arena()
    incoming = came(sender=STRANGER)
    client, address = as_user(other.clerk), place(other, rest.format(incoming.pk))

    answer = client.get(address) if method == "get" else post(client, address, {"duty": other.duty_a.pk})

    assert (answer.status_code, Incoming.objects.get().state) == (404, "waiting")


def test_message_brought_by_an_office_is_filed_for_its_own_conferences_only(arena: Arena, as_user: Browser) -> None:
    """Who brings a file may have written it: it cannot hand in for another office's conference."""
    other = make_arena()
    forged = letter(sender=f"Ai đó <{ADDRESS_A}>")
    arena.unit_a.email = "khac@vidu.vn"
    arena.unit_a.save(update_fields=["email"])

    answer = as_user(arena.clerk).post(place(arena), {"letters": [upload(forged)]}).json()

    assert [each["state"] for each in answer["letters"]] == ["waiting"]
    assert Incoming.objects.get().host == arena.host
    assert Duty.objects.get(pk=other.duty_a.pk).state == DutyState.OPEN
    assert Evidence.objects.count() == 0
