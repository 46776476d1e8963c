import time

import pytest

from tongket.reading.mail.markup import shown_ids, text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Kính gửi</p><p>Văn phòng</p>", "Kính gửi\n\nVăn phòng"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("a &lt;b&gt; &#7853; &amp;", "a <b> ậ &"),
        ("<style>p{}</style><script>x()</script>chữ", "chữ"),
        ("<!-- ẩn -->hiện<!-- ẩn", "hiện"),
        ("<table><tr><td>Số</td><td>212</td></tr></table>", "Số\t212"),
        ("<p>Em gửi</p><blockquote><p>Đề nghị</p>nộp</blockquote><p>Hết</p>", "Em gửi\n\n> Đề nghị\n> nộp\n\nHết"),
        ("3 < 5 và 7 > 2", "3 < 5 và 7 > 2"),
        ("<a href='javascript:x()'>bấm</a>", "bấm"),
        ("<script>không đóng", ""),
        ("", ""),
    ],
)
def test_words_of_markup(markup: str, text: str) -> None:
    assert text_of(markup) == text


def test_pictures_shown_within_the_text_are_named() -> None:
    assert shown_ids("<img src=\"cid:Image001.png@01DB\"><img src='cid:b'>") == {"image001.png@01db", "b"}


@pytest.mark.parametrize("piece", ["<", "<script>", "<!--", "<div><blockquote>", "<p", "&", "<![CDATA[", "</"])
def test_hostile_markup_takes_a_time_that_grows_with_its_length(piece: str) -> None:
    begun = time.perf_counter()

    text_of(piece * 100_000)

    assert time.perf_counter() - begun < 3
