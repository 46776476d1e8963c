"""Speaking time: the syllables we count beside the seconds that espeak-ng speaks, on texts of equally many words."""

import random
import re
import shutil
import statistics
import subprocess
import sys
import tomllib
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import ROOT, Row, empty_folder, print_rows
from tongket.core.spoken.saying import spoken

SPEAKER = "espeak-ng"
TEXTS = 48
WORDS = 120
SEED = 20241030
MOST_MEDIAN_PERCENT = 8.0
# How many sentences in ten are plain, text by text: from none to nearly all.
PLAIN_SHARES = (0.0, 0.3, 0.6, 0.9)
SPECIAL = ("numbers", "dates", "codes", "abbreviations")


@dataclass(frozen=True, slots=True)
class Sentence:
    kind: str
    written: str
    said: str


@dataclass(frozen=True, slots=True)
class Text:
    """The same text as it is written and as it was written out by hand."""

    written: str
    said: str


def sentences() -> list[Sentence]:
    """The sentences of the data file; a plain one is said as it is written."""
    data = tomllib.loads((ROOT / "bench/read_aloud.toml").read_text(encoding="utf-8"))
    return [Sentence(each["kind"], each["written"], each.get("said", each["written"])) for each in data["sentence"]]


def texts() -> list[Text]:
    """Texts of exactly `WORDS` written words, always the same; every kind of sentence is the main one of some."""
    drawn = random.Random(SEED)
    known = sentences()
    kinds = [(kind, share) for share in PLAIN_SHARES for kind in (*SPECIAL, None)]
    return [_text(*kinds[number % len(kinds)], known, drawn) for number in range(TEXTS)]


def _text(kind: str | None, plain_share: float, known: Sequence[Sentence], drawn: random.Random) -> Text:
    plain = [each for each in known if each.kind == "plain"]
    special = [each for each in known if each.kind == kind or (kind is None and each.kind != "plain")]
    chosen, left = [], WORDS
    while left:
        sentence = drawn.choice(plain if drawn.random() < plain_share else special)
        if len(sentence.written.split()) > left:
            sentence = _first_words(left, plain, drawn)
        chosen.append(sentence)
        left -= len(sentence.written.split())
    return Text(" ".join(each.written for each in chosen), " ".join(each.said for each in chosen))


def _first_words(count: int, plain: Sequence[Sentence], drawn: random.Random) -> Sentence:
    """The beginning of a plain sentence, or all of one that is shorter."""
    words = drawn.choice(plain).written.split()[:count]
    return Sentence("plain", " ".join(words), " ".join(words))


def seconds(text: str, folder: Path) -> float:
    """How long the Vietnamese voice speaks."""
    path = folder / "speech.wav"
    subprocess.run([SPEAKER, "-v", "vi", "-w", path, text], check=True)
    with wave.open(str(path)) as sound:
        return float(sound.getnframes() / sound.getframerate())


def errors(counts: Sequence[float], heard: Sequence[float]) -> list[float]:
    """Percent by which counts times one common factor miss what was heard."""
    factor = statistics.median(time / count for count, time in zip(counts, heard, strict=True))
    return [abs(count * factor - time) / time * 100 for count, time in zip(counts, heard, strict=True)]


def rows_of(what: str, ours: Sequence[float], naive: Sequence[float], heard: Sequence[float]) -> list[Row]:
    """Our errors beside those of the white-space words, the median and the tenth worst in a hundred."""
    mine, theirs = errors(ours, heard), errors(naive, heard)
    return [
        Row(what, statistics.median(mine), "%", MOST_MEDIAN_PERCENT, statistics.median(theirs), "words counted"),
        Row("– 9 of 10 texts miss by at most", _ninth(mine), "%", None, _ninth(theirs), "words counted"),
    ]


def _ninth(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=10)[-1]


def measure() -> list[Row]:
    """Both comparisons: espeak-ng reads the text as written, and the text written out by hand."""
    made = texts()
    ours = [float(spoken(text.written).syllables) for text in made]
    naive = [float(len(re.findall(r"\S+", text.written))) for text in made]
    with empty_folder() as folder:
        written = [seconds(text.written, folder) for text in made]
        said = [seconds(text.said, folder) for text in made]
    return [
        *rows_of(f"speaking time of {TEXTS} texts beside speech of the text written out by hand", ours, naive, said),
        *rows_of(f"speaking time of {TEXTS} texts beside speech of the text as written", ours, naive, written),
    ]


def main() -> None:
    """Without espeak-ng there is nothing to compare with."""
    if not shutil.which(SPEAKER):
        print(f"{SPEAKER} is not installed: speaking time is not compared", file=sys.stderr)
        print_rows([])
        return
    print_rows(measure())


if __name__ == "__main__":
    main()
