"""What a profile asks: limits and dresses from the layout file, levels and sources of findings from `rules.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tongket.core.findings import Finding, Level
from tongket.documents.render.values import Profile

# In the order of asking: a profile states only where it differs from the first.
_OVER = {
    Profile.DECREE: (Profile.DECREE,),
    Profile.FRONT: (Profile.DECREE, Profile.FRONT),
    Profile.PARTY: (Profile.DECREE, Profile.PARTY),
}
_ANNEXES = {
    "PL1": "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục",
    "PL2": "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục",
    "PL3": "Nghị định 30/2020/NĐ-CP, Phụ lục III",
}
_NAMED = {"HD36": "Hướng dẫn 36-HD/VPTW", "MTTQ": "thông lệ của Mặt trận"}


@dataclass(frozen=True, slots=True)
class Range:
    """What a rule allows, in the unit of its name; `high` None is no upper limit."""

    low: float
    high: float | None
    source: str

    def holds(self, value: float, slack: float) -> bool:
        """Whether `value` lies within, or so near that rounding explains it."""
        return self.low - slack <= value and (self.high is None or value <= self.high + slack)

    def __str__(self) -> str:
        if self.high is None:
            return f"≥ {spoken(self.low)}"
        return spoken(self.low) if self.low == self.high else f"{spoken(self.low)}–{spoken(self.high)}"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a component is set: its size in points, bold and italic, its fixed words, and the rule below it."""

    size: Range
    bold: bool
    italic: bool
    text: str
    rule: str
    joint: str
    source: str


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one profile, as the checks ask for it."""

    profile: Profile
    layout: Mapping[str, Mapping[str, Any]]
    rules: Mapping[str, Mapping[str, Any]]

    def range(self, section: str, key: str) -> Range:
        """The limits of a rule of the layout file."""
        row = self.layout[section][key]
        return Range(row["from"], row.get("to"), row["source"])

    def dress(self, section: str, key: str) -> Dress:
        """The dress of a component of the layout file."""
        row = self.layout[section][key]
        size = row.get("size", {"from": 0})
        return Dress(
            Range(size["from"], size.get("to"), row["source"]),
            row.get("bold", False),
            row.get("italic", False),
            row.get("text", ""),
            row.get("rule", ""),
            row.get("joint", ""),
            row["source"],
        )

    def value(self, section: str, key: str) -> object:
        """One plain value of the layout file, `use` of a row."""
        row = self.layout[section][key]
        return row["use"] if isinstance(row, Mapping) and "use" in row else row

    def source(self, code: str) -> str:
        """The short source of a finding in this profile, empty where the profile does not ask for it."""
        row = self.rules[rule_of(code)]
        source = row.get("nd30" if self.profile is Profile.FRONT and "mttq" not in row else self.profile.value, "")
        return str(source)

    def asks(self, code: str) -> bool:
        """Whether this profile asks for the rule of `code`."""
        return bool(self.source(code))

    def words(self, code: str, key: str) -> tuple[str, ...]:
        """A list of words that a rule carries."""
        return tuple(self.rules[code][key])

    def finding(
        self,
        code: str,
        *,
        found: str,
        wanted: str,
        todo: str,
        where: str = "",
        quote: str = "",
        source: str = "",
        **values: object,
    ) -> Finding:
        """A finding with its level and source; `source` is that of the layout's row, where the rule stands there."""
        said = full_source(source or self.source(code))
        level = Level(self.rules[rule_of(code)]["level"])
        return Finding(code, level, found, wanted, where, todo, quote=quote[:120], values={**values, "source": said})


@cache
def form_of(profile: Profile) -> Form:
    """The form of a profile."""
    text = files("tongket.documents.render").joinpath("layout.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    layout: dict[str, dict[str, Any]] = {}
    for each in _OVER[profile]:
        for section, rows in tables.get(each.value, {}).items():
            layout[section] = layout.get(section, {}) | rows
    return Form(profile, layout, rules())


@cache
def rules() -> Mapping[str, Mapping[str, Any]]:
    """Every row of `rules.toml`."""
    return tomllib.loads(files("tongket.documents.checks").joinpath("rules.toml").read_text(encoding="utf-8"))


def rule_of(code: str) -> str:
    """The row of `rules.toml` that speaks of `code`; raises KeyError where none does."""
    first, _, rest = code.partition("-")
    last = code.rpartition("-")[2]
    for row in (code, f"{first}-*", f"*-{rest}", f"*-{last}"):
        if row in rules():
            return row
    raise KeyError(f"no rule for the finding {code!r}")


def full_source(short: str) -> str:
    """A source as a clerk can look it up: `PL1 II.4` names the decree and its annex."""
    mark, _, rest = short.partition(" ")
    if mark in _ANNEXES:
        return f"{_ANNEXES[mark]} {rest}".removesuffix(" ").removesuffix(", mục")
    return next((name for mark, name in _NAMED.items() if short.startswith(mark)), short)


def spoken(number: float) -> str:
    """A number with a comma and no idle zeros: `12,5`, `14`."""
    return f"{number:.1f}".rstrip("0").rstrip(".").replace(".", ",")
