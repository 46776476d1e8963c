import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.shapes import bare
from tongket.documents.render import fonts
from tongket.documents.render.fonts import FontsMissing, faces, faces_in, last_line_mm, missing_letters, width_mm
from tongket.documents.render.values import Paragraph, text

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = [vowel + tone for vowel in "aăâeêioôơuưy" for tone in _TONES]
# The letters that ASCII lacks: vowels with marks, tones or both, and đ; 67 small ones and their capitals.
LETTERS = sorted(
    letter
    for small in [unicodedata.normalize("NFC", vowel) for vowel in _VOWELS] + ["đ"]
    for letter in (small, small.upper())
    if not letter.isascii()
)


def test_there_are_134_letters() -> None:
    assert len(LETTERS) == 134


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_type_face_has_every_letter(form: str) -> None:
    words = unicodedata.normalize(form, "".join(LETTERS))  # type: ignore[arg-type]

    assert missing_letters(replace(bare(), subject=words)) == ()


def test_missing_letters_are_found_anywhere_once() -> None:
    document = replace(bare(), subject="☃ b", body=(Paragraph(text("漢 a\n☃")),))

    assert missing_letters(document) == ("☃", "漢")


def test_faces_are_regular_bold_italic_and_both() -> None:
    family, files = faces()

    assert family == "Tinos"
    assert [path.stem.removeprefix("Tinos_") for path in files] == [
        "400Regular",
        "700Bold",
        "400Regular_Italic",
        "700Bold_Italic",
    ]


def test_width_is_that_of_times_new_roman() -> None:
    # In Times New Roman a digit is half the type size wide.
    assert width_mm("0123456789", 12) == pytest.approx(10 * 6 * 25.4 / 72)
    assert width_mm("a", 12, bold=True, italic=True) == pytest.approx(6 * 25.4 / 72)


def test_last_line_is_measured_as_it_breaks() -> None:
    room = width_mm("một hai", 12) + 0.1

    assert last_line_mm("một hai ba", room, 12) == pytest.approx(width_mm("ba", 12))
    assert last_line_mm("một", room, 12) == pytest.approx(width_mm("một", 12))
    assert last_line_mm("một_hai_ba_bốn", room, 12) == room


def test_family_counts_only_when_whole(tmp_path: Path) -> None:
    for path in faces()[1][:3]:
        (tmp_path / path.name).write_bytes(path.read_bytes())

    assert faces_in((tmp_path,)) is None


def test_family_without_vietnamese_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in faces()[1]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(fonts, "_TELLING_LETTER", ord("漢"))

    assert faces_in((tmp_path,)) is None


def test_system_face_is_found_by_its_file_names(tmp_path: Path) -> None:
    names = ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic")
    for name, path in zip(names, faces()[1], strict=True):
        (tmp_path / f"{name}.ttf").write_bytes(path.read_bytes())

    found = faces_in((tmp_path,))

    assert found is not None
    assert (found[0], [path.stem for path in found[1]]) == ("Liberation Serif", list(names))


def test_without_a_type_face_the_fault_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "OWN_FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "system_folders", lambda: (tmp_path / "none",))
    faces.cache_clear()

    with pytest.raises(FontsMissing, match=r"wanted Tinos, Times New Roman or Liberation Serif 2; run `python hatch"):
        faces()

    faces.cache_clear()


@pytest.mark.parametrize(("platform", "folder"), [("win32", "Fonts"), ("darwin", "Fonts"), ("linux", "fonts")])
def test_each_system_has_its_folders(monkeypatch: pytest.MonkeyPatch, platform: str, folder: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)

    assert fonts.system_folders()[0].name == folder
