"""Volumes made up for tests and benchmarks: papers of authors, a decision with its list, pages of others."""

from datetime import date

from tests.factories.manuscripts import plain_paper, sample_paper
from tongket.documents.render.chapters import (
    ByHand,
    Chapter,
    DocumentChapter,
    ForeignChapter,
    ListChapter,
    PaperChapter,
)
from tongket.documents.render.markdown import blocks_of
from tongket.documents.render.values import Annex, Cell, Issuer, OfficialDocument, Signature, Table, text
from tongket.papers.render.standard import pdf_of
from tongket.papers.values import standard_form
from tongket.proceedings.render.values import Cover, Part, Volume
from tongket.reading.manuscript.values import Manuscript

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Hồ", "Ngô", "Đỗ")
GIVEN = ("Ánh", "Ân", "An", "Bình", "Đào", "Dung", "Hiền", "Ái", "Yến", "Ước", "Ân", "Thủy")
NOTHING = ByHand()
COVER = Cover(
    own=("BAN THƯỜNG TRỰC",),
    above=("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ"),
    title="KỶ YẾU",
    subtitle="HỘI NGHỊ TỔNG KẾT PHONG TRÀO THI ĐUA\n“ĐOÀN KẾT SÁNG TẠO” NĂM 2024",
    day="Ngày 30 tháng 10 năm 2024",
    place_and_year="Tam Kỳ, năm 2024",
)


def make_chapter(
    number: int,
    manuscript: Manuscript | None = None,
    *,
    title: str | None = None,
    unit: str | None = None,
    author: str | None = None,
    is_titled: bool = False,
    by_hand: ByHand = NOTHING,
) -> PaperChapter:
    """The paper of that number, a short one unless it is given."""
    return PaperChapter(
        code=f"paper-{number}",
        title=f"Kinh nghiệm vận động nhân dân ở khu dân cư số {number}" if title is None else title,
        manuscript=manuscript or plain_paper(f"Tham luận số {number}: nội dung ngắn."),
        unit=f"Ủy ban MTTQ Việt Nam xã số {number}" if unit is None else unit,
        author=f"{FAMILY[number % 10]} Văn {GIVEN[number % 12]}" if author is None else author,
        post="Chủ tịch",
        is_titled=is_titled,
        by_hand=by_hand,
    )


def make_volume(*chapters: Chapter, has_index: bool = True, label: str = "THAM LUẬN") -> Volume:
    """A volume of one part; two papers where no chapter is given."""
    content = chapters or (make_chapter(1), make_chapter(2))
    return Volume(COVER, (Part("papers", label, content),), standard_form(), has_index=has_index)


def many_papers(count: int, *, pages: float, is_plain: bool = False) -> Volume:
    """A volume of so many papers, each about `pages` long."""
    papers = (sample_paper(number, pages=pages, is_plain=is_plain) for number in range(count))
    return make_volume(*(make_chapter(number, paper) for number, paper in enumerate(papers)))


def decision() -> OfficialDocument:
    """A decision with its list on a turned page."""
    head = tuple(Cell(text(words)) for words in ("STT", "Tên tập thể", "Thành tích"))
    rows = tuple((Cell(text(str(row))), Cell(text(f"Tập thể {row}")), Cell(text("Xuất sắc"))) for row in range(1, 6))
    return OfficialDocument(
        issuer=Issuer(own=("BAN THƯỜNG TRỰC",), above=("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ")),
        symbol="QĐ-MTTQ-BTT",
        number="215",
        place="Tam Kỳ",
        day=date(2024, 10, 21),
        type_name="QUYẾT ĐỊNH",
        subject="Về việc khen thưởng",
        body=blocks_of("## Điều 1. Khen thưởng\n\nTặng Giấy khen cho 5 tập thể./."),
        signatures=(Signature(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Thu Hiền"),),
        recipients=("Như Điều 3", "Lưu: VT, PT"),
        annexes=(Annex("Danh sách khen thưởng", (Table(head, rows),), is_landscape=True),),
    )


def foreign_pdf(*texts: str) -> bytes:
    """A PDF of somebody else, a paragraph for each text."""
    return pdf_of(plain_paper(*texts), standard_form())


def full_volume() -> Volume:
    """A volume of every kind of chapter."""
    programme = ListChapter("programme", "Chương trình hội nghị", blocks_of("1. Ổn định tổ chức.\n\n2. Khai mạc."))
    foreign = ForeignChapter(
        "foreign", "Bài gửi bằng PDF", foreign_pdf("Chữ của người khác."), "Trung tâm Văn hóa", "Đỗ Ngọc Ẩn"
    )
    papers = (make_chapter(1), make_chapter(2), foreign)
    parts = (
        Part("programme", "CHƯƠNG TRÌNH HỘI NGHỊ", (programme,)),
        Part("empty", "SẢN PHẨM TRƯNG BÀY", ()),
        Part("papers", "THAM LUẬN", papers),
        Part(
            "decision",
            "KHEN THƯỞNG",
            (DocumentChapter("decision", "Quyết định khen thưởng", decision(), "Ban Thường trực"),),
        ),
    )
    return Volume(COVER, parts, standard_form())
