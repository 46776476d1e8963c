"""The named styles of a document, made once from the layout, for both renderers."""

from dataclasses import dataclass, replace
from functools import cache

from tongket.documents.render.layout import Dress, Layout, layout_of
from tongket.documents.render.values import Align, Profile

# Height of one line of the type face at single spacing, as shares of its size: above and below the base line.
ASCENT, DESCENT = 0.9336, 0.2163
LINE = ASCENT + DESCENT


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs of one name look; `name` is what Word lists, `level` the outline's (0: no heading)."""

    name: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    align: Align = Align.LEFT
    first_mm: float = 0
    before_pt: float = 0
    after_pt: float = 0
    spacing: float = 1
    keeps_next: bool = False
    level: int = 0


@cache
def styles_of(profile: Profile) -> dict[str, Style]:
    """Every style of the profile by its code."""
    layout = layout_of(profile)
    return _head(layout) | _body(layout) | _foot(layout) | _annex(layout)


def _dressed(name: str, dress: Dress, align: Align = Align.CENTER) -> Style:
    """A style that looks like `dress`."""
    return Style(name, dress.size.use, dress.bold, dress.italic, align, before_pt=dress.gap_pt)


def _head(layout: Layout) -> dict[str, Style]:
    header, title = layout.header, layout.title
    return {
        "nation": _dressed("Quốc hiệu", header.nation),
        "motto": _dressed("Tiêu ngữ", header.motto),
        "above": _dressed("Cơ quan chủ quản", header.above),
        "own": _dressed("Cơ quan ban hành", header.own),
        "number": _dressed("Số, ký hiệu", header.number),
        "place_and_date": _dressed("Địa danh, ngày tháng", header.place_and_date),
        "letter_subject": _dressed("Trích yếu công văn", title.letter_subject),
        "type_name": _dressed("Tên loại", title.type_name),
        "subject": _dressed("Trích yếu", title.subject),
        "stamp": _dressed("Mức độ khẩn", layout.urgency.dress),
        "page_number": Style("Số trang", layout.page.number_pt.use, align=Align.CENTER),
    }


def _body(layout: Layout) -> dict[str, Style]:
    form = layout.body
    size, after, first, spacing = form.size.use, form.after_pt.use, form.first_line_mm.use, form.line_spacing.use
    basis, heading = form.basis, form.heading

    def body(name: str, *, bold: bool = False, italic: bool = False, level: int = 0, size_pt: float = size) -> Style:
        return Style(
            name,
            size_pt,
            bold=bold,
            italic=italic,
            align=Align.JUSTIFY,
            first_mm=first,
            after_pt=after,
            spacing=spacing,
            keeps_next=level > 0,
            level=level,
        )

    return {
        "body": body("Thân văn bản"),
        "basis": body("Căn cứ", bold=basis.bold, italic=basis.italic, size_pt=basis.size.use),
        "heading0": replace(body("Đề mục giữa", bold=True, level=1), align=Align.CENTER, first_mm=0),
        "heading1": body("Đề mục I", bold=heading.bold, italic=heading.italic, level=1, size_pt=heading.size.use),
        "heading2": body("Đề mục 1", bold=heading.bold, italic=heading.italic, level=2, size_pt=heading.size.use),
        "heading3": body("Đề mục a", level=3),
        "item": body("Điểm liệt kê"),
        "table_head": Style("Đầu bảng", layout.table.size.use, bold=True, align=Align.CENTER),
        "table": Style("Ô bảng", layout.table.size.use),
        "drawing": Style("Hình", layout.table.size.use, align=Align.CENTER, before_pt=after, keeps_next=True),
        "caption": Style(
            "Tên hình", layout.table.size.use, italic=True, align=Align.CENTER, before_pt=after / 2, after_pt=2 * after
        ),
    }


def _foot(layout: Layout) -> dict[str, Style]:
    foot = layout.foot
    return {
        "addressee": _dressed("Kính gửi", foot.addressee, Align.LEFT),
        "authority": _dressed("Quyền hạn, chức vụ", foot.authority),
        "signing_note": Style("Ghi chú ký", foot.signer.size.use - 1, italic=True, align=Align.CENTER),
        "signer": _dressed("Họ tên người ký", foot.signer),
        "recipients_head": _dressed("Nơi nhận", foot.recipients_head, Align.LEFT),
        "recipients": _dressed("Danh sách nơi nhận", foot.recipients, Align.LEFT),
        "drafter": _dressed("Ký hiệu người soạn", foot.drafter, Align.LEFT),
        "contact": _dressed("Liên hệ", foot.contact, Align.CENTER),
    }


def _annex(layout: Layout) -> dict[str, Style]:
    annex = layout.annex
    return {
        "annex_label": _dressed("Phụ lục", annex.label),
        "annex_title": _dressed("Tên phụ lục", annex.title),
        "annex_reference": _dressed("Dẫn chiếu phụ lục", annex.reference),
    }
