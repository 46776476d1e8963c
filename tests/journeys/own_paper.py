"""The paper of xã Tam Thăng as its unit writes it: too long at first, then short, then mended."""

import re

from tongket.demo.presentations import text_of
from tongket.papers.render.standard import docx_of
from tongket.papers.values import standard_form
from tongket.reading.manuscript.typed import manuscript_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = "Tham luận Tam Thăng.docx"
TITLE = "Một tổ đoàn kết giúp một hộ thoát nghèo"
# What the clerk asks about, and what the unit writes instead.
QUOTE, MENDED = "hơn 1.900 công", "đúng 1.936 công"
COMMENT = "Ghi số ngày công cho đúng, theo sổ của tổ."


def docx(text: str) -> bytes:
    """The text as the .docx that an author sends."""
    return docx_of(manuscript_of(text), standard_form())


def long_paper() -> bytes:
    """4,1 pages, ten minutes."""
    return docx(text_of("tam-thang-ban-1"))


def short_text() -> str:
    """Three pages at most, seven minutes at most: without what is still to come and one of the stories."""
    text = re.sub(r"## 5\..*?(?=## 6\.)", "", text_of("tam-thang"), flags=re.S)
    return re.sub(r"Ở thôn Xuân Quý.*?\n\n", "", text)


def short_paper() -> bytes:
    """The same, with the figure that the clerk asks about."""
    return docx(short_text())


def mended_paper() -> bytes:
    """The same, with the figure that stands in the books."""
    return docx(short_text().replace(QUOTE, MENDED))
