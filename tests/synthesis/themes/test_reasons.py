"""A proposal says why in the words of the unit."""

import pytest

from tongket.synthesis.themes.reasons import reasons

PHRASES = ("hiến đất", "hiến đất làm đường", "đường bê tông", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bà con HIẾN ĐẤT làm đường bê tông.", ("HIẾN ĐẤT làm đường", "đường bê tông")),
        ("Bà con hien dat, lam cong.", ()),
        ("Ba con hien dat, lam cong.", ("hien dat",)),
        ("Hiến đất, rồi lại hiến đất; hiến đất.", ("Hiến đất", "hiến đất")),
        ("Cán bộ kiêm nhiệm.", ()),
        ("", ()),
    ],
)
def test_reasons(text: str, found: tuple[str, ...]) -> None:
    assert reasons(text, PHRASES) == found
