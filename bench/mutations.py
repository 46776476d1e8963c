"""Plans spoiled on purpose: the same seed always spoils the same plan in the same way."""

import random
import unicodedata
from collections.abc import Callable

STRANGE = "\u00a0\u200b\u202e\ufeff\t…–“”•·ꞏ∙()[]{}<>&%;:,.!?/\\|\0\x0b\U0001f600đĐÐ"
MARKS = ("I.", "II.", "1.", "1.1.", "a)", "đ)", "-", "+", "*", "Phần thứ nhất", "Điều 5.", "III", "IIII.", "1.1.1.1.1.")
DATES = ("31/02/2024", "00/00/0000", "30-10-2024", "ngày … tháng … năm 2024", "99/99/99", "trước ngày 32", "7 giờ 75")
LONGEST_RUN = 3000
# Most runs are short: the long ones take most of the time.
RUNS = (20, 20, 20, 20, 20, 20, 20, 200, 200, LONGEST_RUN)
LONGEST_LINE = 50_000
Change = Callable[[list[str], random.Random], None]


def _place(lines: list[str], dice: random.Random) -> int:
    return dice.randrange(len(lines))


def drop_line(lines: list[str], dice: random.Random) -> None:
    """A line is lost, unless it is the last one."""
    if len(lines) > 1:
        del lines[_place(lines, dice)]


def repeat_line(lines: list[str], dice: random.Random) -> None:
    """A line stands twice, somewhere."""
    lines.insert(_place(lines, dice), lines[_place(lines, dice)])


def swap_lines(lines: list[str], dice: random.Random) -> None:
    """Two lines change places."""
    here, there = _place(lines, dice), _place(lines, dice)
    lines[here], lines[there] = lines[there], lines[here]


def split_line(lines: list[str], dice: random.Random) -> None:
    """A line is broken where no line should break."""
    here = _place(lines, dice)
    cut = dice.randint(0, len(lines[here]))
    lines[here : here + 1] = [lines[here][:cut], lines[here][cut:]]


def join_lines(lines: list[str], dice: random.Random) -> None:
    """Two lines run into one."""
    here = _place(lines, dice)
    lines[here : here + 2] = [" ".join(lines[here : here + 2])]


def cut_end(lines: list[str], dice: random.Random) -> None:
    """The plan ends early."""
    del lines[max(1, _place(lines, dice)) :]


def insert_strange(lines: list[str], dice: random.Random) -> None:
    """A sign that nobody expects stands inside a line."""
    here = _place(lines, dice)
    cut = dice.randint(0, len(lines[here]))
    lines[here] = lines[here][:cut] + dice.choice(STRANGE) + lines[here][cut:]


def change_digits(lines: list[str], dice: random.Random) -> None:
    """Every digit of a line is another one."""
    here = _place(lines, dice)
    lines[here] = "".join(str(dice.randrange(10)) if sign.isdecimal() else sign for sign in lines[here])


def change_mark(lines: list[str], dice: random.Random) -> None:
    """A line gets another number in front."""
    here = _place(lines, dice)
    lines[here] = f"{dice.choice(MARKS)} {lines[here].split(' ', 1)[-1]}"


def put_date(lines: list[str], dice: random.Random) -> None:
    """A line ends with a date that no calendar has."""
    lines[_place(lines, dice)] += f" {dice.choice(DATES)}"


def strip_accents(lines: list[str], dice: random.Random) -> None:
    """A line is typed without accents."""
    here = _place(lines, dice)
    apart = unicodedata.normalize("NFD", lines[here])
    lines[here] = "".join(sign for sign in apart if not unicodedata.combining(sign))


def take_apart(lines: list[str], dice: random.Random) -> None:
    """A line comes in decomposed letters, as some systems save it."""
    here = _place(lines, dice)
    lines[here] = unicodedata.normalize("NFD", lines[here])


def change_case(lines: list[str], dice: random.Random) -> None:
    """A line is in capitals, or in small letters."""
    here = _place(lines, dice)
    lines[here] = dice.choice((str.upper, str.lower, str.title))(lines[here])


def make_long(lines: list[str], dice: random.Random) -> None:
    """A word or sign of a line stands there thousands of times."""
    here = _place(lines, dice)
    words = lines[here].split() or [dice.choice(STRANGE)]
    gap = dice.choice((" ", "", ", "))
    lines[here] = gap.join([dice.choice(words)] * dice.randint(2, dice.choice(RUNS)))[:LONGEST_LINE]


def empty_lines(lines: list[str], dice: random.Random) -> None:
    """Many empty lines open a gap."""
    here = _place(lines, dice)
    lines[here:here] = [""] * dice.randint(1, 50)


CHANGES: tuple[Change, ...] = (
    drop_line,
    repeat_line,
    swap_lines,
    split_line,
    join_lines,
    cut_end,
    insert_strange,
    change_digits,
    change_mark,
    put_date,
    strip_accents,
    take_apart,
    change_case,
    make_long,
    empty_lines,
)


def mutate(text: str, seed: int) -> str:
    """`text` after one to twelve changes that `seed` chooses."""
    dice = random.Random(seed)
    lines = text.splitlines() or [""]
    for _ in range(dice.randint(1, 12)):
        dice.choice(CHANGES)(lines, dice)
    return "\n".join(lines)
