"""A name for how this release sorts, so that shelves kept by another one are made anew. Pure.

Nobody has to remember to change it: it is the digest of the files that sorting is made of, their weights and the
shipped words included. What is shipped of themes is not among them, each host has its own.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from tongket.core import text

HERE = Path(__file__).parent
MADE_OF = (
    "lexicon.py",
    "memory.py",
    "news.py",
    "packing.py",
    "shelf.py",
    "sorting.py",
    "syllables.py",
    "weights.py",
    "words.toml",
)


@cache
def form() -> str:
    """The name; the same as long as none of the files changes."""
    return digest_of([*(HERE / name for name in MADE_OF), Path(text.__file__)])


def digest_of(files: Iterable[Path]) -> str:
    """A digest of what stands in some files, one after the other."""
    return sha256(b"".join(sha256(file.read_bytes()).digest() for file in files)).hexdigest()
