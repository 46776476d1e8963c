"""The ways in which a template may write a value: days, counts, money, capitals, lists. Pure."""

from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any

from jinja2 import Undefined

from tongket.core.spoken.numbers import number_in_words
from tongket.documents import spoken
from tongket.documents.markdown_text import as_markdown


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def _day(value: Any) -> date:  # noqa: ANN401 -- a day or its ISO form
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _hour(value: Any) -> time:  # noqa: ANN401 -- an hour or its ISO form
    return value if isinstance(value, time) else time.fromisoformat(str(value))


def _kept(way: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A way of writing that leaves missing values missing, gaps open, and what does not fit as it was typed."""

    def written(value: Any) -> Any:  # noqa: ANN401 -- any value of a template
        if isinstance(value, Undefined | Markdown):
            return value
        try:
            return way(value)
        except (ValueError, TypeError):
            return value

    written.__doc__ = way.__doc__
    return written


def _listed(value: Iterable[Any], mark: Callable[[int], str]) -> Markdown:
    lines = [str(line) if isinstance(line, Markdown) else as_markdown(str(line)) for line in value]
    ends = [";"] * (len(lines) - 1) + ["."]
    rows = (f"{mark(n)} {line.rstrip('.;')}{end}" for n, (line, end) in enumerate(zip(lines, ends, strict=True), 1))
    return Markdown("\n".join(rows))


def dashed(value: Any) -> Markdown:  # noqa: ANN401 -- a list of texts
    """Mỗi ý một dòng có gạch đầu dòng, kết thúc bằng `;`, ý cuối bằng `.`"""
    return _listed(value, lambda _n: "-")


def numbered(value: Any) -> Markdown:  # noqa: ANN401 -- a list of texts
    """Mỗi ý một dòng có số thứ tự, kết thúc bằng `;`, ý cuối bằng `.`"""
    return _listed(value, lambda n: f"{n}.")


def joined(value: Any) -> str:  # noqa: ANN401 -- a list of texts
    """Các ý trên một dòng: `a, b và c`"""
    lines = [str(line) for line in value]
    return " và ".join([", ".join(lines[:-1]), lines[-1]] if len(lines) > 1 else lines)


def otherwise(value: Any, text: str) -> Any:  # noqa: ANN401 -- any value of a template
    """Chữ viết thay khi chưa có giá trị"""
    return text if isinstance(value, Undefined) else value


def counted(value: Any) -> Any:  # noqa: ANN401 -- a list
    """Số dòng của danh sách"""
    return value if isinstance(value, Undefined) else len(value)


def _capital(value: Any) -> str:  # noqa: ANN401 -- any value of a template
    text = str(value)
    return text[:1].upper() + text[1:]


def _small(value: Any) -> str:  # noqa: ANN401 -- any value of a template
    text = str(value)
    return text[:1].lower() + text[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "ngay": _kept(lambda value: spoken.day_in_words(_day(value))),
    "ngay_gon": _kept(lambda value: spoken.short_day(_day(value))),
    "thu_ngay": _kept(lambda value: spoken.named_day(_day(value))),
    "gio": _kept(lambda value: spoken.hour_in_words(_hour(value))),
    "so": _kept(lambda value: spoken.padded(int(value))),
    "so_chu": _kept(lambda value: spoken.count_in_words(int(value))),
    "chu": _kept(lambda value: number_in_words(int(value))),
    "tien": _kept(lambda value: spoken.money(int(value))),
    "hoa": _kept(lambda value: str(value).upper()),
    "hoa_dau": _kept(_capital),
    "thuong_dau": _kept(_small),
    "gach_dau_dong": _kept(dashed),
    "danh_so": _kept(numbered),
    "noi": _kept(joined),
    "dem": counted,
    "hoac": otherwise,
}
# What each way does, for the list beside the editor: an example in and out.
FILTER_SAMPLES: dict[str, tuple[str, str]] = {
    "ngay": ("2025-01-05", "ngày 05 tháng 01 năm 2025"),
    "ngay_gon": ("2025-01-05", "05/01/2025"),
    "thu_ngay": ("2024-10-30", "thứ Tư, ngày 30 tháng 10 năm 2024"),
    "gio": ("07:30", "07 giờ 30 phút"),
    "so": ("2", "02"),
    "so_chu": ("2", "02 (hai)"),
    "chu": ("15", "mười lăm"),
    "tien": ("1500000", "1.500.000 đồng"),
    "hoa": ("Tam Kỳ", "TAM KỲ"),
    "hoa_dau": ("phó Chủ tịch", "Phó Chủ tịch"),
    "thuong_dau": ("Các đơn vị", "các đơn vị"),
}
