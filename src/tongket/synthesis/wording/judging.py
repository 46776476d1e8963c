"""What a model proposes is taken only with its sources: every sentence cites statements, every figure stands in them.

Pure: text in, the proposal or the reason against it out.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from tongket.core.findings import words
from tongket.core.text import clean
from tongket.synthesis.checks.numbers import numbers_in, values_in

LONGEST = 1200
_FENCE = re.compile(r"^```(?:json)?\s*|\s*```$")
REFUSED = {
    "unreadable": words("Lời đề xuất không đúng dạng, bỏ qua."),
    "empty": words("Máy không đề xuất câu nào."),
    "long": words("Lời đề xuất quá dài."),
    "uncited": words("Lời đề xuất có câu không dẫn ý nào: “{found}”"),
    "unknown": words("Lời đề xuất dẫn ý số {found}, không có trong nguồn của câu."),
    "figure": words("Lời đề xuất có số {found}, không nguồn nào nêu số ấy."),
}


class Refused(ValueError):
    """Why a proposal is not shown: `code` of REFUSED and what was found."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(REFUSED[code].format(found=found))
        self.code, self.found = code, found


@dataclass(frozen=True, slots=True)
class Proposal:
    """The wording with the numbers of the statements that it cites."""

    text: str
    cites: tuple[int, ...]


def judged(answer: str, statements: Mapping[int, str], *, known: str = "") -> Proposal:
    """The proposal in a model's answer, `{"sentences": [{"text": …, "cites": [1, 2]}]}`; raises Refused.

    `statements` are the sources by the number they were given in the question. `known` is the sentence as the program
    composed it: its figures stand on all sources together.
    """
    sentences = _sentences(answer)
    for text, cites in sentences:
        _judge(text, cites, statements, known)
    whole = " ".join(text for text, _cites in sentences)
    if len(whole) > LONGEST:
        raise Refused("long")
    return Proposal(whole, tuple(dict.fromkeys(number for _text, cites in sentences for number in cites)))


def _judge(text: str, cites: list[int], statements: Mapping[int, str], known: str) -> None:
    """Passes a sentence that cites statements of its own and says no figure beyond them; raises Refused."""
    if not cites:
        raise Refused("uncited", text)
    strangers = [number for number in cites if number not in statements]
    if strangers:
        raise Refused("unknown", str(strangers[0]))
    backed = values_in(known).union(*(values_in(statements[number]) for number in cites))
    strange = next((each.written for each in numbers_in(text) if each.value not in backed), None)
    if strange is not None:
        raise Refused("figure", strange)


def _sentences(answer: str) -> list[tuple[str, list[int]]]:
    try:
        told = json.loads(_FENCE.sub("", answer.strip()))
        rows = [(clean(str(row["text"])), [int(each) for each in row["cites"]]) for row in told["sentences"]]
    except (ValueError, TypeError, KeyError) as fault:
        raise Refused("unreadable") from fault
    kept = [(text, cites) for text, cites in rows if text]
    if not kept:
        raise Refused("empty")
    return kept
