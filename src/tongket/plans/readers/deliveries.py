"""One delivery in the words of a sentence: what is handed over and to whom, whichever of the two is named first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.plans.dates import Period
from tongket.plans.lexicon import ORDER, is_unit
from tongket.plans.wording import Piece, rule, said

BY = rule(
    r"(?:trước|chậm nhất|muộn nhất|hạn chót|hạn cuối|hạn nộp|hạn gửi|thời hạn|thời gian (?:nộp|gửi|"
    r"nhận|hoàn|báo|đăng)|hết|xong|"
    r"đến|trong|vào|hạn)(?:\s*[:,]?\s*(?:là|vào|trước|nhất|hết|đến|lúc|hạn|cuối|chót|thời điểm|"
    r"\d{1,2}\s*(?:h|giờ|g)\s*\d{0,2}\s*(?:phút|')?|,|:|sáng|chiều|thứ \w+|\(thứ \w+\)))*"
    r"\s*(?:ngày\s*)?$"
)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Verbs that move a thing to somebody; the thing stands behind or before them.
_MOVES = said(
    r"\b(?:gửi|nộp|trình|chuyển|đưa|cung cấp|đăng ký|bàn giao|nhập|giao nộp|gởi|thông báo|đề xuất|tổng hợp báo cáo)\b"
)
# Verbs that make a thing ready, and "báo cáo" as a verb: they tell the thing where no other verb moves one.
_MAKES = said(
    r"\b(?:hoàn thành|hoàn thiện|hoàn chỉnh|lập|tổng hợp|thẩm định|xác nhận|chuẩn bị|viết(?! nam)|xây dựng|tham mưu|"
    r"dự thảo|biên soạn|biên tập|phê duyệt|duyệt|in ấn|phát hành|rà soát|chốt|ban hành)\b"
)
_REPORTS = said(r"\bbáo cáo\b")
# Nouns of what offices hand over: after "trình Ban Thường vụ" they begin the thing and end the receiver.
_THINGS = said(
    r"(?:báo cáo|danh sách|hồ sơ|bài|tham luận|sản phẩm|hình ảnh|ảnh|video|clip|dự thảo|số liệu|biểu|kết quả|phiếu|"
    r"đề cương|kịch bản|tài liệu|kiến nghị|bảng|tờ trình|minh chứng|thông tin|văn bản|kế hoạch|chương trình|dự toán)"
)
_TO_WORD = said(r"(?:về|cho|đến|tới|lên|với|tại)\s+(?:(?:cho|về)\s+)?")
_ORDERS = ORDER.pattern.removesuffix(r"\b")
# What ends the name of a receiver; "và" inside a name is seen to by `_LONG_NAME`.
_ENDS_NAME = said(
    rf"\s*(?:[,;.](?=\s|$)|\((?!(?:ban|bộ phận|phòng|văn phòng|tổ)\b)|"
    rf"\b(?:qua|theo|hết|trước|chậm|để|bằng|và|hạn|vào|xem|muộn|xong|trong|đến|thông qua|đúng (?:hạn|thời))\b|"
    rf"\b(?:{_ORDERS}|{_THINGS.pattern})\b|$)"
)
_LONG_NAME = re.compile(
    r"[^\W\d]+(?: [^\W\d]+){0,3}(?:,| -) [A-ZĐ]\w*(?: \w+){0,2}(?:, [A-ZĐ]\w*(?: \w+){0,2})* và [A-ZĐ]\w*(?: \w+)?"
    r"|[A-ZĐ][^\W\d]*(?: [A-ZĐ][^\W\d]*)*(?: [^\W\d]+)? và [A-ZĐ]\w*(?: [a-zà-ỹ]+)?"
)
# What ends the words of a thing: where, how and when it goes, or the next verb behind a comma.
_ENDS_THING = said(
    r"\s*(?:\((?!s\))|;|$|"
    rf",\s*(?=(?:{_MOVES.pattern}|{_MAKES.pattern}|và gửi|đồng gửi|chậm|muộn|trước|hạn|về|qua|để|kèm|xong|đồng thời|"
    rf"theo|thư điện tử|email|địa chỉ|{_ORDERS})\b)|"
    r"\b(?:về(?! việc)|cho|đến|tới|lên|trước|chậm nhất|muộn nhất|theo (?:địa|email|hộp|thư|mẫu)|"
    r"qua (?:email|e-mail|thư|đường|hộp|địa chỉ|zalo|văn|hệ)|hạn chót|hạn cuối|xong|"
    r"để (?!nghị|xuất|cương|án|tài)|vào|bằng|"
    r"trong ngày|trong tháng|hạn|không quá|tối đa|tại|với)\b|\b(?:và )?(?:gửi|nộp|trình|chuyển)\b)"
)
_LEADS = said(r"^\W*(?:(?:và|đồng thời|sau đó|riêng|còn)\s+)*")
_COMMON = said(r"(?:ban|tiểu ban|tổ) (?:tổ chức|chỉ đạo|giúp việc|thư ký|giám khảo)")
_ASKED = said(r"(?:lấy|xin|tham khảo) ý kiến(?: của)?\b")
_BRACKET = re.compile(r"\((?![^()]*@)(?!(?:[Bb]an|[Bb]ộ phận|[Pp]hòng|[Vv]ăn phòng|[Tt]ổ)\b)[^()]*\)")
_WAY = re.compile(rf"\b{_TO_WORD.pattern}|{_MOVES.pattern}\s+(?:{_TO_WORD.pattern}|{_ASKED.pattern}\s+)?")
_NEXT = re.compile(r"\s*[;,.]\s*(?:và\s+)?|\s+và\s+")
_COUNTED = re.compile(r"^(?:các|những|toàn bộ|bản|nội dung|\d+|một)\s+(?=\w)", re.IGNORECASE)
_ABOVE = rule(r"(?:địa chỉ|thư điện tử|e-?mail|hộp thư)\b[^.;,@]{0,24}?\b(?:trên|nêu trên|nói trên|này)\b")
_LABELLED = rule(
    r"(?:thời gian|thời hạn|hạn)\s+(?:chót\s+|cuối\s+)?(?:nộp|gửi|nhận|đăng ký|báo cáo|"
    r"hoàn thành|trình)\s+(?P<what>[^:;,.]*?)\s*(?::|trước|là|chậm|đến|muộn|hết|vào|\()"
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is delivered, the body that receives it and the e-mail it goes to, each None where it is not named."""

    what: Piece | None
    receiver: Piece | None
    mail: str | None
    points_above: bool = False


def parts(sentence: Piece, periods: Sequence[Period]) -> Iterator[tuple[Piece, int]]:
    """The words that belong to each date, up to the next delivery, and where in them the date begins."""
    start = 0
    for number, period in enumerate(periods):
        after = periods[number + 1].start if number + 1 < len(periods) else len(sentence.text)
        end = after if number + 1 == len(periods) else _next_start(sentence, period.end, after)
        part = sentence.cut(start, end)
        yield part, period.start - (part.start - sentence.start)
        start = end


def _next_start(sentence: Piece, start: int, end: int) -> int:
    """Where the next delivery begins: behind the first sign or "và" after a date."""
    sign = _NEXT.search(_hollow(sentence).text, start, end)
    return sign.end() if sign else start


def read_delivery(part: Piece, date_at: int) -> Delivery:
    """The delivery that `part` states for its date, which begins at `date_at`."""
    part = _hollow(part)
    by = BY.search(part.flat[:date_at])
    before = part.cut(0, by.start() if by else date_at)
    after = part.cut(min(date_at, len(part.text)))
    receiver = _receiver(before) or _receiver_after(after)
    mail = MAIL.search(part.text)
    what = _labelled(part, date_at) or _moved(before, receiver) or _moved_after(after) or _made(before) or _left(before)
    return Delivery(what, receiver, mail[0].rstrip(".") if mail else None, bool(_ABOVE.search(part.flat)))


def _hollow(part: Piece) -> Piece:
    """Brackets without the words inside them, unless an e-mail or a receiver stands there; every place stays."""
    return Piece(_BRACKET.sub(lambda found: f"({' ' * (len(found[0]) - 2)})", part.text), part.line, part.start)


def _labelled(part: Piece, date_at: int) -> Piece | None:
    """`Hạn nộp báo cáo: …`."""
    label = _LABELLED.search(part.flat[: date_at + 1])
    return _thing(part.cut(label.start("what"), label.end("what"))) if label else None


def _receiver(words: Piece) -> Piece | None:
    """The body after the last "về", "cho", "đến", or right after a verb that moves a thing."""
    found = None
    for way in _WAY.finditer(words.spoken):
        name = _name(words.cut(way.end()))
        if name is not None and not _THINGS.match(name.spoken):
            found = name
    return found


def _receiver_after(words: Piece) -> Piece | None:
    """`… trước ngày 20/11 về Phòng Nội vụ`."""
    return _receiver(words.cut(0, _sentence_end(words)))


def _sentence_end(words: Piece) -> int:
    sign = re.search(r"[;.](?=\s|$)", words.text)
    return sign.start() if sign else len(words.text)


def _name(words: Piece) -> Piece | None:
    """The name of a body at the beginning of `words`."""
    if not is_unit(words.text[:200]) and not re.match(r"(?:huyện|tỉnh|xã|thành|thị) [A-ZĐ]", words.text):
        return None
    name = words.cut(0, _end_of_name(words)).trimmed()
    return name if name.text else None


def _end_of_name(words: Piece) -> int:
    """A verb inside a name has a capital: Ban Hỗ trợ phụ nữ, Ban Tổ chức."""
    named = _LONG_NAME.match(words.text)
    for end in _ENDS_NAME.finditer(words.spoken, named.end() if named else _shortest(words)):
        if not words.text[end.start() : end.end()].strip()[:1].isupper():
            return end.start()
    return len(words.text)


def _shortest(words: Piece) -> int:
    """How much of a name is sure: "ban tổ chức" is no ban that organises."""
    common = _COMMON.match(words.spoken)
    return common.end() if common else 1


def _moved(words: Piece, receiver: Piece | None) -> Piece | None:
    """The thing of the last verb that moves one: behind the verb, behind its receiver, else before the verb."""
    verbs = list(_MOVES.finditer(words.spoken))
    for verb in reversed(verbs):
        behind = words.cut(verb.end())
        thing = _behind(behind, receiver)
        if thing is not None:
            return thing
        before = _before(words.cut(0, verb.start()))
        if before is not None:
            return before
    return _elided(words) if not verbs else None


def _moved_after(words: Piece) -> Piece | None:
    """`Trước ngày 20/11, gửi báo cáo về …`: the date comes first."""
    verb = _MOVES.search(words.spoken[: _sentence_end(words)])
    return _behind(words.cut(verb.end(), _sentence_end(words)), None) if verb else None


def _behind(words: Piece, receiver: Piece | None) -> Piece | None:
    asked = _ASKED.match(words.spoken)
    words = words.cut(asked.end()) if asked else words
    name = _name(words) if receiver is not None else None
    if name is not None and not _THINGS.match(words.spoken):
        words = words.cut(name.start - words.start + len(name.text))
        return _thing(words) if _THINGS.match(words.spoken) else None
    return _thing(words)


def _before(words: Piece) -> Piece | None:
    """The thing that a verb before made ready, else all words since the last sign, when they name no body."""
    words = words.trimmed()
    rest = _since(words)
    # "Dự thảo báo cáo" at the head of a sentence is an order; the draft itself is written small.
    if _THINGS.match(rest.spoken) and not rest.text.startswith("Dự thảo "):
        return rest
    made = _made(words)
    if made is not None:
        return made
    return rest if rest.text and not is_unit(rest.text) and not ORDER.match(rest.spoken) else None


def _since(words: Piece) -> Piece:
    """What stands behind the last semicolon, without "và" and a label: "Báo cáo học kỳ I: báo cáo sơ kết"."""
    rest = words.cut(words.text.rfind(";") + 1)
    label = rest.text.find(": ") + 1
    if label and _THINGS.match(rest.cut(label).spoken):
        rest = rest.cut(label)
    lead = _LEADS.match(rest.spoken)
    return _plain(rest.cut(lead.end() if lead else 0))


def _made(words: Piece) -> Piece | None:
    """The thing of the last verb that makes one ready, else of "báo cáo"."""
    verbs = [verb for pattern in (_MAKES, _REPORTS) for verb in reversed(list(pattern.finditer(words.spoken)))]
    things = (_thing(words.cut(verb.end())) for verb in verbs)
    return next((thing for thing in things if thing is not None and not is_unit(thing.text)), None)


def _elided(words: Piece) -> Piece | None:
    """`… và hồ sơ khen thưởng về Văn phòng Sở`: the verb is that of the delivery before."""
    rest = _since(words)
    return _thing(rest) if _THINGS.match(rest.spoken) else None


def _left(words: Piece) -> Piece | None:
    """Everything before the date, where no rule names the thing."""
    return words.trimmed() if words.text.strip(" ,;:.") else None


def _thing(words: Piece) -> Piece | None:
    end = _ENDS_THING.search(words.spoken)
    thing = _plain(words.cut(0, end.start() if end else None))
    return thing if any(letter.isalpha() for letter in thing.text) else None


def _plain(words: Piece) -> Piece:
    """Without "các", "bản" and the sign at the end."""
    counted = _COUNTED.match(words.text)
    return words.cut(counted.end() if counted else 0).trimmed()
