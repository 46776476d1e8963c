"""The names of types of official documents and their abbreviations, from `types.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tongket.core.text import fold_tones
from tongket.documents.render.values import Profile

_LISTS = {
    Profile.DECREE: ("state", "front"),
    Profile.FRONT: ("state", "front"),
    Profile.PARTY: ("party",),
}


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("tongket.documents.seen").joinpath("types.toml").read_text(encoding="utf-8"))


@cache
def abbreviations(profile: Profile) -> Mapping[str, str]:
    """The abbreviation of each type that bodies of this profile issue, by the folded name of the type."""
    tables = _tables()
    return {
        fold_tones(name): short
        for listed in _LISTS[profile]
        for name, short in tables[listed].items()
        if name != "source"
    }


@cache
def type_names() -> frozenset[str]:
    """The folded name of every known type."""
    return frozenset(name for profile in Profile for name in abbreviations(profile))


def type_of(text: str) -> str:
    """The folded name of the type that a line names (`BIÊN BẢN HỌP XÉT` is a `biên bản`), empty for none."""
    words = fold_tones(text).split()
    starts = (" ".join(words[:count]) for count in range(min(len(words), 5), 0, -1))
    return next((start for start in starts if start in type_names()), "")
