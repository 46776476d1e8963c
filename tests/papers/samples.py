"""The six papers of the demo as manuscripts, with what the model plan asks of their authors."""

import csv
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from tongket.papers.values import Assignment, Known, Name
from tongket.reading.manuscript.typed import manuscript_of
from tongket.reading.manuscript.values import Manuscript

SAMPLES = Path(__file__).parent.parent / "samples"
AUTHORS = {
    "tam-thang": "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng",
    "hoi-phu-nu": "Hội Liên hiệp phụ nữ thành phố",
    "hoi-nong-dan": "Hội Nông dân thành phố",
    "doan-thanh-nien": "Đoàn TNCS Hồ Chí Minh thành phố",
    "tan-thanh": "Ban Thường trực Ủy ban MTTQ Việt Nam phường Tân Thạnh",
    "an-phu": "Ban Thường trực Ủy ban MTTQ Việt Nam phường An Phú",
}


def text(name: str) -> str:
    """The paper as its author wrote it, in Markdown."""
    return files("tongket.demo.papers").joinpath(f"{name}.md").read_text(encoding="utf-8")


def manuscript(name: str) -> Manuscript:
    """The paper as a manuscript."""
    return manuscript_of(text(name))


def assignment(name: str) -> Assignment:
    """What the model plan asks of the paper's author."""
    paper = next(row for row in _facts()["papers"] if row["unit"] == AUTHORS[name])
    return Assignment(Name(AUTHORS[name]), paper["topic"], paper["clause"])


@cache
def known() -> Known:
    """The directory of Tam Kỳ and the documents that the model plan cites."""
    with (SAMPLES / "directories" / "tam-ky-2024.csv").open(encoding="utf-8") as file:
        units = tuple(Name(row["name"], (row["short_name"],)) for row in csv.DictReader(file))
    return Known(units, tuple(row["number"] for row in _facts()["based_on"] if row["number"]))


@cache
def _facts() -> dict[str, list[dict[str, str]]]:
    path = SAMPLES / "plans" / "01-tam-ky-2024.facts.json"
    facts: dict[str, list[dict[str, str]]] = json.loads(path.read_text(encoding="utf-8"))
    return facts
