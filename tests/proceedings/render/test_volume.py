"""The bound volume: order, pages, contents, heads, bookmarks, and papers that break as they were measured."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Dictionary

from tests.factories.manuscripts import plain_paper, png, sample_paper
from tests.factories.volumes import decision, full_volume, make_chapter, make_volume
from tests.proceedings.render.reading import bookmarks_of, links_of, pages_of
from tongket.documents.render.chapters import ByHand, DocumentChapter
from tongket.papers.render.standard import lay_out, pdf_of
from tongket.papers.values import standard_form
from tongket.proceedings.render import volume
from tongket.proceedings.render.values import Binding, ChapterPages, Edition, Part
from tongket.proceedings.render.volume import bind
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Picture, Piece

PRINT = Binding(Edition.PRINT, opens_right=True)


def test_every_chapter_stands_on_its_pages() -> None:
    bound = bind(full_volume())

    assert bound.chapters == (
        ChapterPages("programme", 3, 3),
        ChapterPages("paper-1", 5, 5),
        ChapterPages("paper-2", 6, 6),
        ChapterPages("foreign", 7, 7),
        ChapterPages("decision", 8, 9),
    )
    assert (bound.pages, bound.is_archival) == (10, False)


def test_bookmarks_name_every_part_and_chapter() -> None:
    assert bookmarks_of(bind(full_volume()).data) == [
        (0, "MỤC LỤC", 2),
        (0, "Phần I. CHƯƠNG TRÌNH HỘI NGHỊ", 3),
        (1, "Chương trình hội nghị", 3),
        (0, "Phần II. THAM LUẬN", 4),
        (1, "Kinh nghiệm vận động nhân dân ở khu dân cư số 1", 5),
        (1, "Kinh nghiệm vận động nhân dân ở khu dân cư số 2", 6),
        (1, "Bài gửi bằng PDF", 7),
        (0, "Phần III. KHEN THƯỞNG", 8),
        (1, "Quyết định khen thưởng", 8),
        (0, "BẢNG TRA TÁC GIẢ, ĐƠN VỊ", 10),
    ]


def test_contents_give_two_levels_with_pages_and_lead_there() -> None:
    data = bind(full_volume()).data
    words = " ".join(line.replace(" .", "").strip(". ") for line in pages_of(data)[1])

    assert words == (
        "MỤC LỤC 2 MỤC LỤC Phần I. CHƯƠNG TRÌNH HỘI NGHỊ 3 Phần II. THAM LUẬN 4 "
        "Kinh nghiệm vận động nhân dân ở khu dân cư số 1 5 Trần Văn Ân, Chủ tịch – Ủy ban MTTQ Việt Nam xã số 1 "
        "Kinh nghiệm vận động nhân dân ở khu dân cư số 2 6 Lê Văn An, Chủ tịch – Ủy ban MTTQ Việt Nam xã số 2 "
        "Bài gửi bằng PDF 7 Đỗ Ngọc Ẩn – Trung tâm Văn hóa Phần III. KHEN THƯỞNG 8 "
        "Quyết định khen thưởng 8 Ban Thường trực BẢNG TRA TÁC GIẢ, ĐƠN VỊ 10"
    )
    assert list(dict.fromkeys(links_of(data, 1))) == [3, 4, 5, 6, 7, 8, 10]


def test_heads_name_part_and_owner_and_numbers_go_on() -> None:
    pages = pages_of(bind(full_volume()).data)

    assert pages[4][:3] == [
        "THAM LUẬN Trần Văn Ân · Ủy ban MTTQ Việt Nam xã số 1",
        "5",
        "Tham luận số 1: nội dung ngắn.",
    ]
    assert " ".join(pages[8]).startswith("KHEN THƯỞNG Ban Thường trực 9 Phụ lục DANH SÁCH KHEN THƯỞNG ")
    assert not any(line.isdigit() for line in pages[0])


def test_papers_break_exactly_as_they_were_measured() -> None:
    form = standard_form()
    papers = [make_chapter(number, sample_paper(100 + number, pages=2.4)) for number in range(6)]
    bound = bind(make_volume(*papers))
    pages = pages_of(bound.data)

    for chapter, place in zip(papers, bound.chapters, strict=True):
        alone = pages_of(pdf_of(chapter.manuscript, form))
        shown = [page[2:] for page in pages[place.first - 1 : place.last]]
        assert shown == [alone[0], *(page[1:] for page in alone[1:])]
        assert len(shown) == -(-lay_out(chapter.manuscript, form).pages // 1)


def test_a_printed_volume_opens_on_right_hand_pages() -> None:
    bound = bind(make_volume(make_chapter(1, sample_paper(5, pages=1.5)), make_chapter(2)), PRINT)
    pages = pages_of(bound.data)

    assert [(each.first, each.last) for each in bound.chapters] == [(7, 8), (9, 9)]
    assert [number for number, page in enumerate(pages, 1) if not page] == [2, 4, 6, 10]


def lefts(data: bytes, page: int) -> dict[str, int]:
    """Where the head and the first line of a page begin, in millimetres from the edge of its sheet."""
    with closing(pdfium.PdfDocument(data)) as whole:
        text = whole[page].get_textpage()
        edge = whole[page].get_mediabox()[0]
        words = text.get_text_range()
        below = words.index("\n", words.index("\n") + 1) + 1
        places = {"head": text.get_charbox(0)[0], "text": text.get_charbox(below)[0]}
    return {name: round((place - edge) / 72 * 25.4) for name, place in places.items()}


def test_margins_of_a_printed_volume_are_mirrored() -> None:
    chapters = [make_chapter(number, plain_paper("Một dòng.")) for number in (1, 2)]
    shown = replace(make_volume(*chapters), form=replace(standard_form(), first_line_mm=0.0))
    bound = bind(shown, Binding(Edition.PRINT))

    assert [lefts(bound.data, each.first - 1) for each in bound.chapters] == [
        {"head": 30, "text": 30},
        {"head": 15, "text": 15},
    ]


def test_the_same_values_and_stamp_give_the_same_bytes() -> None:
    stamp = datetime(2024, 11, 5, 8, 0, tzinfo=UTC)

    assert bind(full_volume(), stamp=stamp).data == bind(full_volume(), stamp=stamp).data
    assert bind(make_volume()).is_archival


def test_chapters_on_the_shelf_are_not_set_again_and_change_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf: dict[str, bytes] = {}
    first = bind(full_volume(), PRINT, shelf=shelf)
    monkeypatch.setattr(volume, "all_set", lambda orders: [1 / 0 for _ in orders])

    assert (len(shelf), bind(full_volume(), PRINT, shelf=shelf)) == (5, first)
    assert bind(full_volume(), shelf=shelf).pages == 10


def test_a_chapter_that_grows_is_set_alone_and_moves_the_others() -> None:
    shelf: dict[str, bytes] = {}
    bind(make_volume(make_chapter(1), make_chapter(2), make_chapter(3)), shelf=shelf)
    kept = dict(shelf)
    grown = make_volume(make_chapter(1, sample_paper(5, pages=2.4)), make_chapter(2), make_chapter(3))

    bound = bind(grown, shelf=shelf)

    assert len(shelf.keys() - kept.keys()) == 1
    assert bound == bind(grown)
    pages = pages_of(bound.data)
    assert [pages[each.first - 1][1] for each in bound.chapters] == ["4", "7", "8"]
    assert list(dict.fromkeys(links_of(bound.data, 1))) == [3, 4, 7, 8, 9]


def test_chapters_share_one_type_face() -> None:
    with pikepdf.open(BytesIO(bind(make_volume(*map(make_chapter, range(5)))).data)) as whole:
        fonts = [each.FontName for each in whole.objects if isinstance(each, Dictionary) and "/FontFile2" in each]

    assert len(fonts) == len(set(map(str, fonts)))


def test_the_file_says_what_it_is() -> None:
    with pdfium.PdfDocument(bind(make_volume()).data) as whole:
        said = whole.get_metadata_dict()

    assert (said["Title"], said["Author"]) == (
        "KỶ YẾU – HỘI NGHỊ TỔNG KẾT PHONG TRÀO THI ĐUA “ĐOÀN KẾT SÁNG TẠO” NĂM 2024",
        "BAN THƯỜNG TRỰC",
    )


def test_words_of_strangers_are_never_commands() -> None:
    hostile = '#panic("x") $a$ <c-1> @c-1 `raw` \\u{41} */ // #import "/etc/passwd"'
    chapter = make_chapter(
        1, Manuscript(Nature.TEXT, (Paragraph((Piece(hostile),)),)), title=hostile, unit=hostile, author=hostile
    )
    pages = pages_of(bind(make_volume(chapter, make_chapter(2), label=hostile)).data)

    assert " ".join(pages[3]).endswith(f" 4 {hostile}")
    assert " ".join(pages[2]).endswith(f" {hostile}")


def test_what_a_person_set_by_hand_holds_and_is_told() -> None:
    paper = sample_paper(7, pages=1.5, is_plain=True)
    by_hand = ByHand(size_pt=13.0, lines=1.0, breaks_before=(3,))
    bound = bind(make_volume(make_chapter(1, paper), make_chapter(2, paper, by_hand=by_hand)))
    pages = pages_of(bound.data)
    second = bound.chapters[1]

    assert [each.is_by_hand for each in bound.chapters] == [False, True]
    assert isinstance(block := paper.blocks[3], Paragraph)
    assert block.text.startswith(pages[second.first][2])


def test_a_text_without_its_title_gets_one() -> None:
    bound = bind(make_volume(make_chapter(1, is_titled=True), make_chapter(2)))

    assert pages_of(bound.data)[3][2:] == [
        "KINH NGHIỆM VẬN ĐỘNG NHÂN DÂN Ở KHU DÂN CƯ SỐ 1",
        "Trần Văn Ân",
        "Ủy ban MTTQ Việt Nam xã số 1",
        "Tham luận số 1: nội dung ngắn.",
    ]


def test_a_picture_that_cannot_be_drawn_leaves_a_frame_and_is_told() -> None:
    def with_picture(data: bytes) -> Manuscript:
        pictures = (Picture(data, "image/png", 50, 30),)
        return Manuscript(
            Nature.DOCX, (Paragraph((Piece("Ảnh:"),)), Paragraph((Piece("", picture=0),))), pictures=pictures
        )

    broken = make_chapter(1, with_picture(png(20, 20)[:60]))
    bound = bind(make_volume(broken, make_chapter(2, with_picture(png(20, 20)))))

    assert bound.undrawn == ("paper-1",)


def test_chapters_of_one_code_are_refused() -> None:
    with pytest.raises(ValueError, match=r"found chapters of one code \(paper-1\), wanted a code of its own for each"):
        bind(make_volume(make_chapter(1), make_chapter(1)))


def test_a_volume_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="found no chapter, wanted at least one to bind"):
        bind(replace(make_volume(), parts=(Part("papers", "THAM LUẬN", ()),)))


def test_a_document_is_set_as_it_is_by_itself() -> None:
    pages = pages_of(bind(make_volume(DocumentChapter("d", "Quyết định", decision()), has_index=False)).data)

    assert pages[2][2:6] == [
        "ỦY BAN MTTQ VIỆT NAM",
        "THÀNH PHỐ TAM KỲ",
        "BAN THƯỜNG TRỰC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    assert " ".join(pages[3]).startswith("THAM LUẬN Quyết định 4 Phụ lục DANH SÁCH KHEN THƯỞNG ")
