"""The index: who stands where, in the order of the Vietnamese alphabet."""

import pytest

from tests.factories.volumes import decision, make_chapter
from tongket.documents.render.chapters import DocumentChapter
from tongket.proceedings.render.index import Entry, first_letter, index_of


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("Ánh", "A"),
        ("Ân", "Â"),
        ("Ấn", "Â"),
        ("Ái", "A"),
        ("đào", "Đ"),
        ("Ước", "Ư"),
        ("Ủy", "U"),
        ("30 hộ", "0–9"),
        ("Ờ", "Ơ"),
    ],
)
def test_a_word_stands_under_its_letter(word: str, letter: str) -> None:
    assert first_letter(word) == letter


def test_people_stand_by_given_name_and_units_by_their_words() -> None:
    names = ("Trần Thị Ân", "Võ Hữu Ái", "Lê Văn Đào", "Bùi Thị An", "Hồ Văn Dung")
    units = ("Ủy ban MTTQ xã B", "Đoàn Thanh niên", "Hội Nông dân", "Ủy ban MTTQ xã A", "Hội Nông dân")
    chapters = [
        make_chapter(place, author=name, unit=unit) for place, (name, unit) in enumerate(zip(names, units, strict=True))
    ]

    authors, bodies = index_of(chapters)

    assert [(letter.letter, [entry.name for entry in letter.entries]) for letter in authors.letters] == [
        ("A", ["Võ Hữu Ái", "Bùi Thị An"]),
        ("Â", ["Trần Thị Ân"]),
        ("D", ["Hồ Văn Dung"]),
        ("Đ", ["Lê Văn Đào"]),
    ]
    assert [entry for letter in bodies.letters for entry in letter.entries] == [
        Entry("Đoàn Thanh niên", ("paper-1",)),
        Entry("Hội Nông dân", ("paper-2", "paper-4")),
        Entry("Ủy ban MTTQ xã A", ("paper-3",)),
        Entry("Ủy ban MTTQ xã B", ("paper-0",)),
    ]


def test_documents_and_nameless_papers_are_not_listed() -> None:
    assert (
        index_of(
            [DocumentChapter("d", "Quyết định", decision(), "Ban Thường trực"), make_chapter(1, author="", unit=" ")]
        )
        == ()
    )
