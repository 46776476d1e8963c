"""Two versions of a paper compared, every second paragraph changed, beside difflib over all the words at once."""

import random
from difflib import SequenceMatcher

from bench.measure import ROOT, Row, median_of, print_rows, processor_milliseconds
from tongket.core.spoken.saying import spoken
from tongket.papers.comparing import compared
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Piece

PAGES = 10
SPOKEN_PAGES = 3
WORDS_A_PAGE = 430
MOST_MILLISECONDS = 100.0
MOST_SPOKEN = 50.0
SEED = 7


def paragraphs(pages: int) -> list[str]:
    """The paragraphs of the model plan, again and again, until so many pages are full."""
    text = (ROOT / "tests/samples/plans/01-tam-ky-2024.txt").read_text(encoding="utf-8")
    known = [each for each in text.split("\n\n") if each.strip()]
    found: list[str] = []
    while sum(len(each.split()) for each in found) < pages * WORDS_A_PAGE:
        found.append(f"{len(found) + 1}. {known[len(found) % len(known)]}")
    return found


def edited(text: str, drawn: random.Random) -> str:
    """One word in twenty changed, left out or added."""
    words = text.split(" ")
    for _ in range(max(1, len(words) // 20)):
        words[drawn.randrange(len(words))] = drawn.choice(["mới", "", "được bổ sung"])
    return " ".join(words)


def manuscript(texts: list[str]) -> Manuscript:
    """A manuscript of plain paragraphs."""
    return Manuscript(Nature.TEXT, tuple(Paragraph((Piece(text),)) for text in texts))


def main() -> None:
    """Both comparisons in CPU time, and the syllables of three pages."""
    drawn = random.Random(SEED)
    before = paragraphs(PAGES)
    after = [edited(text, drawn) if place % 2 else text for place, text in enumerate(before)]
    papers = manuscript(before), manuscript(after)
    ours = median_of(lambda: processor_milliseconds(lambda: compared(*papers)))
    old, new = " ".join(before).split(), " ".join(after).split()
    plain = median_of(
        lambda: processor_milliseconds(lambda: SequenceMatcher(None, old, new, autojunk=False).get_opcodes()), runs=1
    )
    speech = "\n".join(paragraphs(SPOKEN_PAGES))
    said = median_of(lambda: processor_milliseconds(lambda: spoken(speech)))
    print_rows(
        [
            Row(
                f"two versions of {PAGES} pages compared",
                ours,
                "ms CPU",
                MOST_MILLISECONDS,
                plain,
                "difflib, all words",
            ),
            Row(f"syllables of {SPOKEN_PAGES} pages counted as spoken", said, "ms CPU", MOST_SPOKEN),
        ]
    )


if __name__ == "__main__":
    main()
