"""States and their moves, numbers in a series, how far a document got, what a signed file is."""

import pytest

from tongket.core.findings import compose
from tongket.documents.render.values import Profile
from tongket.documents.rules import (
    NEXT,
    NUMBERED,
    REACHED_WORDS,
    STATE_PICTURES,
    STATE_WORDS,
    DocumentState,
    Reached,
    SignedAs,
    Taken,
    number_fault,
    number_text,
    reaches_further,
    signed_as,
)


def test_every_state_has_moves_words_and_a_picture() -> None:
    assert set(NEXT) == set(STATE_WORDS) == set(STATE_PICTURES) == set(DocumentState)
    assert set(REACHED_WORDS) == set(Reached)


def test_a_numbered_document_never_becomes_a_draft_again() -> None:
    assert {state for state in NUMBERED if NEXT[state] & (set(DocumentState) - NUMBERED)} == set()


@pytest.mark.parametrize(
    ("number", "symbol", "profile", "text"),
    [
        (5, "KH-MTTQ-BTT", Profile.FRONT, "05/KH-MTTQ-BTT"),
        (212, "MTTQ-BTT", Profile.DECREE, "212/MTTQ-BTT"),
        (127, "QĐ/TW", Profile.PARTY, "127-QĐ/TW"),
        (7, "", Profile.FRONT, "07"),
    ],
)
def test_number_is_padded_and_joined_as_its_form_wants(number: int, symbol: str, profile: Profile, text: str) -> None:
    assert number_text(number, symbol, profile) == text


@pytest.mark.parametrize(
    ("number", "taken", "code"),
    [
        (212, Taken(1, 0), None),
        (213, Taken(212, 212), None),
        (214, Taken(212, 212), "number_gap"),
        (212, Taken(212, 212), "number_taken"),
        (211, Taken(212, 212), "number_before_first"),
        (1, Taken(1, 3), "number_taken"),
    ],
)
def test_number_follows_the_last_one(number: int, taken: Taken, code: str | None) -> None:
    fault = number_fault(number, taken)

    assert (fault.code if fault else None) == code


def test_gap_says_which_numbers_are_missing() -> None:
    fault = number_fault(218, Taken(200, 214))

    assert fault is not None
    assert str(compose(fault)) == (
        "Số 218 để trống từ số 215 đến số 217. Số tiếp theo của sổ là 215. "
        "Dùng số 215, hoặc ghi vào sổ các số đã cấp ngoài phần mềm rồi cấp số này."
    )


@pytest.mark.parametrize(
    ("old", "new", "further"),
    [
        (Reached.NOT_SENT, Reached.SENT, True),
        (Reached.SENT, Reached.SENT, False),
        (Reached.OPENED, Reached.SENT, False),
        (Reached.SENT, Reached.FAILED, True),
        (Reached.OPENED, Reached.FAILED, False),
        (Reached.RECEIVED, Reached.FAILED, False),
        (Reached.FAILED, Reached.SENT, True),
        (Reached.FAILED, Reached.RECEIVED, True),
        (Reached.RECEIVED, Reached.OPENED, False),
    ],
)
def test_a_later_word_never_makes_less_of_an_earlier_one(old: Reached, new: Reached, further: bool) -> None:  # noqa: FBT001
    assert reaches_further(old, new) is further


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", SignedAs.SCAN),
        (b"%PDF-1.7 /ByteRange [0 1 2 3] /SubFilter /adbe.pkcs7.detached", SignedAs.DIGITAL),
        (b"%PDF-1.7 /ByteRange [0 1 2 3] /SubFilter /ETSI.CAdES.detached", SignedAs.DIGITAL),
        (b"\x89PNG\r\n", SignedAs.SCAN),
        (b"\xff\xd8\xff\xe0", SignedAs.SCAN),
        (b"PK\x03\x04", None),
        (b"MZ", None),
        (b"", None),
    ],
)
def test_signed_file_is_known_by_its_content(data: bytes, kind: SignedAs | None) -> None:
    assert signed_as(data) is kind
