"""Reference codes: made, found in what people write, and never taken for another by a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.mailbox.codes import (
    LETTERS,
    Codes,
    Kind,
    check_letter,
    code_of_duty,
    code_of_message,
    codes_in,
    with_code,
)

KEYS = st.integers(min_value=1, max_value=10**9)


def test_codes_are_short_and_carry_their_kind() -> None:
    assert (code_of_duty(75), code_of_message(1234), code_of_message(75)) == ("TK-D75V", "TK-M1234T", "TK-M75C")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Re: Báo cáo [TK-M1234T]", Codes(messages=(1234,))),
        ("Phần việc TK-D75V và TK-D75V.", Codes(duties=(75,))),
        ("tk-d75v", Codes(duties=(75,))),
        ("TK – D 75 V gửi kèm", Codes(duties=(75,))),
        ("TK-D75-V, [TK-M1234T]", Codes(messages=(1234,), duties=(75,))),
        ("TK-D75U", Codes()),
        ("TK-D57V", Codes()),
        ("TK-M75V", Codes()),
        ("Giấy biên nhận TK-00075-1", Codes()),
        ("ATK-D75V", Codes()),
        ("TK-D75Vx", Codes()),
        ("TK-D" + "9" * 40 + "P", Codes()),
        ("", Codes()),
    ],
)
def test_codes_are_found_as_people_write_them(text: str, found: Codes) -> None:
    assert codes_in(text) == found


@given(KEYS, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_gives_no_code(key: int, place: int, more: int) -> None:
    digits = list(str(key))
    place %= len(digits)
    digits[place] = str((int(digits[place]) + more) % 10)

    assert codes_in(f"TK-D{''.join(digits)}{check_letter(Kind.DUTY, key)}") == Codes()


@given(KEYS, st.integers(0, 8))
def test_two_swapped_digits_give_no_code(key: int, place: int) -> None:
    digits = list(f"{key}0")
    place %= len(digits) - 1
    key = int("".join(digits))
    digits[place], digits[place + 1] = digits[place + 1], digits[place]

    found = codes_in(f"TK-M{''.join(digits)}{check_letter(Kind.MESSAGE, key)}")

    assert found.messages == ((key,) if int("".join(digits)) == key else ())


@given(KEYS, st.sampled_from(Kind))
def test_every_code_is_found_again(key: int, kind: Kind) -> None:
    code = code_of_duty(key) if kind is Kind.DUTY else code_of_message(key)

    found = codes_in(f"Trả lời thư {code.lower()}, xin gửi.")

    assert (found.duties, found.messages) == (((key,), ()) if kind is Kind.DUTY else ((), (key,)))


def test_letters_are_told_apart() -> None:
    assert (len(LETTERS), len(set(LETTERS)), set("IJO") & set(LETTERS)) == (23, 23, set())


def test_subject_carries_its_code_once() -> None:
    once = with_code("Giấy mời dự hội nghị", 1234)

    assert once == "Giấy mời dự hội nghị [TK-M1234T]"
    assert with_code(once, 1234) == once
    assert with_code("", 1234) == "[TK-M1234T]"
