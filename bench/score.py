"""How well plans are read: compares two fact objects as the contract of plan facts says, key by key.

Single values are equal after NFC, lower case and white space made one. Rows of a list are matched one to one so that
the sum of their text similarities is greatest; a match needs 0.8 of similarity and equal dates, counts and e-mails,
and counts half when its clause is wrong. F1 per key; the macro figure is the mean over the keys that have rows.
"""

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from bench.matching import best_pairs
from tongket.core.text import clean

Facts = Mapping[str, Any]
Row = Mapping[str, Any]

SCALARS = ("kind", "number", "issuer", "place", "issued_on", "title")
OBJECTS: dict[str, tuple[str, ...]] = {
    "time": ("text", "earliest", "latest", "start", "end", "tentative"),
    "venue": ("name", "address"),
    "paper_limits": ("pages", "minutes"),
    "signature": ("authority", "position", "name"),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """Which fields of a row are compared by similarity, which must be equal, and which tell its place."""

    texts: tuple[str, ...]
    equal: tuple[str, ...] = ()
    place: tuple[str, ...] = ("clause",)


LISTS: dict[str, Shape] = {
    "based_on": Shape(("kind", "number", "text"), ("issued_on",), ()),
    "sections": Shape(("label", "heading"), (), ("clause", "level", "parent")),
    "purpose": Shape(("text",)),
    "participants": Shape(("text",), ("count",)),
    "review": Shape(("text",)),
    "papers": Shape(("unit", "topic")),
    "awards": Shape(("unit", "text"), ("quota", "kind")),
    "nominators": Shape(("unit", "text"), ("count",)),
    "exhibits": Shape(("text",)),
    "deadlines": Shape(("what", "to", "units"), ("on", "at")),
    "tasks": Shape(("unit", "text")),
    "budget": Shape(("text",)),
    "recipients": Shape(("text",), (), ()),
}
KEYS = (
    *SCALARS,
    *("based_on", "sections", "purpose", "participants", "time", "venue", "review", "papers", "paper_limits", "awards"),
    *("nominators", "exhibits", "deadlines", "tasks", "budget", "recipients", "signature"),
)
NEED = 0.8
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ORDINALS = {
    word: str(n) for n, word in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What one key earned: credit, rows expected, rows got, and values stated on either side."""

    credit: float = 0.0
    expected: int = 0
    got: int = 0
    either: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.credit + other.credit,
            self.expected + other.expected,
            self.got + other.got,
            self.either + other.either,
        )

    @property
    def precision(self) -> float:
        """Credit for each row got."""
        return self.credit / self.got if self.got else 0.0

    @property
    def recall(self) -> float:
        """Credit for each row expected."""
        return self.credit / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Score = dict[str, Tally]


def score(expected: Facts, got: Facts) -> Score:
    """For each key of the contract what `got` earns against `expected`."""
    taken = _taken(expected)
    return {
        key: _score_list(LISTS[key], rows_of(expected, key), rows_of(got, key), taken)
        if key in LISTS
        else _score_values(leaves(expected, key), leaves(got, key))
        for key in KEYS
    }


def macro_f1(table: Score) -> float:
    """The mean F1 over the keys with a row on either side; 1 where there is none."""
    figures = [tally.f1 for tally in table.values() if tally.expected or tally.got]
    return sum(figures) / len(figures) if figures else 1.0


def exact_scalars(table: Score) -> float:
    """The share of single values that are equal, of those stated on either side."""
    singles = [table[key] for key in KEYS if key not in LISTS]
    stated = sum(tally.either for tally in singles)
    return sum(tally.credit for tally in singles) / stated if stated else 1.0


def total(tables: Iterable[Score]) -> Score:
    """Several scores as one: credits and rows are summed for each key."""
    summed = dict.fromkeys(KEYS, Tally())
    for table in tables:
        summed = {key: summed[key] + table[key] for key in KEYS}
    return summed


def _norm(value: Any) -> str:  # noqa: ANN401
    """One value as text that can be compared."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, tuple)):
        return " ".join(sorted(_norm(part) for part in value))
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return clean(str(value)).lower()


def _number(value: Any) -> str:  # noqa: ANN401
    text = _norm(value)
    return str(int(text)) if text.isdecimal() else text


def _place(value: Any) -> str:  # noqa: ANN401
    """The name of a clause as it is compared: `Phần thứ nhất` is `1`, blanks and closing signs are dropped."""
    text = re.sub(r"\b(phần|điều|mục|chương)\b", " ", _norm(value))
    text = re.sub(r"\bthứ (\w+)", lambda found: _ORDINALS.get(found[1], found[0]), text)
    return re.sub(r"[).:]+(?=/|$)", "", re.sub(r"\s+", "", text))


def rows_of(facts: Facts, key: str) -> list[Row]:
    """The rows of a list, a plain text as a row with that text."""
    value = facts.get(key)
    rows = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
    return [row if isinstance(row, dict) else {"text": row} for row in rows if row is not None]


def leaves(facts: Facts, key: str) -> dict[str, Any]:
    """The fields of a single value, each None where it is not stated."""
    value = facts.get(key)
    if key in SCALARS:
        return {key: value}
    return {part: value.get(part) if isinstance(value, dict) else None for part in OBJECTS[key]}


def _score_values(expected: Mapping[str, Any], got: Mapping[str, Any]) -> Tally:
    credit = stated = given = either = 0
    for name, value in expected.items():
        wanted, found = _number(value), _number(got[name])
        stated += bool(wanted)
        given += bool(found)
        either += bool(wanted or found)
        credit += bool(wanted) and wanted == found
    return Tally(credit, stated, given, either)


def _text(row: Row, shape: Shape) -> str:
    parts = (_place(row.get(name)) if name == "label" else _norm(row.get(name)) for name in shape.texts)
    return " ".join(part for part in parts if part)


def _fixed(row: Row, shape: Shape) -> list[str]:
    """What must be equal for two rows to match; e-mail addresses count only in deadlines."""
    mails = sorted(set(_MAIL.findall(_norm(row.get("to")))))
    return [*(_number(row.get(name)) for name in shape.equal), *mails]


def same_value(wanted: Any, found: Any) -> bool:  # noqa: ANN401
    """Whether two single values are equal as the scorer compares them."""
    return _number(wanted) == _number(found)


def matches(expected: Facts, got: Facts, key: str) -> dict[int, bool]:
    """The rows of `got` that have their partner, by position, each with whether it stands at the right place."""
    return {
        j: is_right
        for _, j, is_right in _pairs(LISTS[key], rows_of(expected, key), rows_of(got, key), _taken(expected))
    }


def _taken(expected: Facts) -> set[str]:
    return {_place(row.get("clause")) for key in LISTS for row in rows_of(expected, key)}


def _score_list(shape: Shape, expected: Sequence[Row], got: Sequence[Row], taken: set[str]) -> Tally:
    credit = sum(1.0 if is_right else 0.5 for _, _, is_right in _pairs(shape, expected, got, taken))
    return Tally(credit, len(expected), len(got))


def _pairs(shape: Shape, expected: Sequence[Row], got: Sequence[Row], taken: set[str]) -> list[tuple[int, int, bool]]:
    """The rows matched one to one, each pair with whether its place is right."""
    rights: dict[tuple[int, int], bool] = {}
    weights = [[0.0] * len(got) for _ in expected]
    for i, wanted in enumerate(expected):
        for j, found in enumerate(got):
            if _fixed(wanted, shape) != _fixed(found, shape):
                continue
            likeness = Levenshtein.normalized_similarity(_text(wanted, shape), _text(found, shape))
            if likeness >= NEED - 1e-9:
                rights[i, j] = _same_place(wanted, found, shape.place, taken)
                # Of equal texts the one at the right place is taken.
                weights[i][j] = likeness + (1e-4 if rights[i, j] else 0.0)
    return [(*pair, rights[pair]) for pair in best_pairs(weights)]


def _same_place(expected: Row, got: Row, names: Sequence[str], taken: set[str]) -> bool:
    return all(_same_part(name, expected.get(name), got.get(name), taken) for name in names)


def _same_part(name: str, expected: Any, got: Any, taken: set[str]) -> bool:  # noqa: ANN401
    """A place that has no printed name is not compared; X and X/1 are one where nothing stands at X/2."""
    if name == "level":
        return _number(expected) == _number(got)
    if name == "clause" and expected is None:
        return True
    wanted, found = _place(expected), _place(got)
    if wanted == found:
        return True
    whole, item = sorted((wanted, found), key=len)
    return name == "clause" and item == f"{whole}/1" and f"{whole}/2" not in taken


def _lines(table: Score) -> Iterable[str]:
    yield f"{'key':<14}{'precision':>10}{'recall':>9}{'F1':>8}{'expected':>10}{'got':>6}"
    for key, tally in table.items():
        if tally.expected or tally.got:
            figures = f"{tally.precision:>10.3f}{tally.recall:>9.3f}{tally.f1:>8.3f}"
            yield f"{key:<14}{figures}{tally.expected:>10}{tally.got:>6}"


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
    return loaded


def _print_samples(folder: Path) -> None:
    from tongket.plans.facts import to_json  # noqa: PLC0415  # only this choice needs the reader
    from tongket.plans.read import read_plan  # noqa: PLC0415

    tables = []
    for plan in sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".docx", ".pdf"}):
        expected = plan.with_name(f"{plan.stem}.facts.json")
        if not expected.exists():
            continue
        tables.append(score(_load(expected), to_json(read_plan(plan).facts)))
        print(f"{plan.name:<40} macro-F1 {macro_f1(tables[-1]):.3f}  exact-scalars {exact_scalars(tables[-1]):.2f}")
    _print_table(total(tables))


def _print_table(table: Score) -> None:
    print("\n".join(_lines(table)))
    print(f"macro-F1 {macro_f1(table):.3f} exact-scalars {exact_scalars(table):.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """`python -m bench.score EXPECTED GOT`, or `--samples DIR` to read and score every sample of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="EXPECTED GOT")
    parser.add_argument("--samples", type=Path, metavar="DIR")
    chosen = parser.parse_args(arguments)
    if chosen.samples is not None:
        _print_samples(chosen.samples)
    elif len(chosen.files) == 2:
        _print_table(score(_load(chosen.files[0]), _load(chosen.files[1])))
    else:
        parser.error("give EXPECTED GOT, or --samples DIR")


if __name__ == "__main__":
    main()
