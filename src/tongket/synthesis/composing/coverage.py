"""Which reports the summary stands on: the sentences that open it. Pure."""

from tongket.core.dates import plain_day
from tongket.synthesis.composing.values import Coverage, Material
from tongket.synthesis.composing.wording import FEW, all_of, counted, listed, share, some
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Passage, Source

FEW_MISSING = 6


def coverage(material: Material) -> tuple[Passage, ...]:
    """How many units reported by the day of the report, who is missing, and how they held their reviews."""
    told = material.coverage
    passages = (_reported(material, told), _missing(told), _manner(told))
    return tuple(each for each in passages if each is not None)


def _sources(told: Coverage) -> tuple[Source, ...]:
    return tuple(Source(SourceSort.REVIEW, key, where=name) for key, name in told.reviews)


def _of(number: str, told: Coverage) -> tuple[str, Source]:
    """A count of reviews stands on all of them; the first stands for all where one is shown."""
    key, name = told.reviews[0] if told.reviews else (0, "")
    return number, Source(SourceSort.REVIEW, key, where=name)


def _reported(material: Material, told: Coverage) -> Passage | None:
    day, who = plain_day(material.on), _who(told.expected)
    if not told.counted:
        return _nobody(material, told, day) if told.expected else None
    if told.counted == told.expected:
        return _all(material, told, day)
    these = "các báo cáo ấy" if told.counted > 1 else "báo cáo ấy"
    text = (
        f"Đến ngày {day}, có {share(told.counted, told.expected)} {who} gửi báo cáo kết quả "
        f"thực hiện {material.movement}; số liệu và nhận định dưới đây được tổng hợp từ {these}."
    )
    figures = {"so_bao_cao": _of(str(told.counted), told), "phai_gui": _of(str(told.expected), told)}
    return Passage("I:bao-cao", text, _sources(told), figures=figures)


def _all(material: Material, told: Coverage, day: str) -> Passage:
    """Nobody is missing; one that is alone is named."""
    number, what = counted(told.expected), f"đã gửi báo cáo kết quả thực hiện {material.movement}"
    if told.expected == 1:
        text = f"Đến ngày {day}, {told.reviews[0][1]} {what}; báo cáo này tổng hợp từ báo cáo ấy."
        return Passage("I:bao-cao", text, _sources(told))
    text = (
        f"Đến ngày {day}, {all_of(told.expected)} {_who(told.expected)} được giao {what}; "
        "báo cáo này tổng hợp từ các báo cáo ấy."
    )
    return Passage("I:bao-cao", text, _sources(told), figures={"tat_ca": _of(number, told)})


def _who(number: int) -> str:
    """So few are of one sort, villages of a commune: they are called units."""
    return "đơn vị" if number <= FEW else "cơ quan, đơn vị, địa phương"


def _nobody(material: Material, told: Coverage, day: str) -> Passage:
    """Nothing came: it says who is waited for. No source stands behind it, so that such a report is not issued."""
    is_short = len(told.missing) == told.expected <= FEW_MISSING
    names = f": {listed(told.missing)}" if is_short else ""
    text = (
        f"Đến ngày {day}, chưa nhận được báo cáo kết quả thực hiện {material.movement} của "
        f"{counted(told.expected)} {_who(told.expected)} được giao{names}; chưa có số liệu để tổng hợp."
    )
    return Passage("I:bao-cao", text)


def _missing(told: Coverage) -> Passage | None:
    gone = told.expected - told.counted
    if not gone or not told.counted:
        return None
    names = listed(told.missing) if len(told.missing) <= FEW_MISSING else some(told.missing, gone)
    link, whose = (":", "các đơn vị") if gone > 1 else (" là", "đơn vị")
    text = f"Còn {counted(gone)} đơn vị chưa gửi báo cáo{link} {names}; số liệu của {whose} này chưa có trong báo cáo."
    return Passage("I:chua-gui", text, _sources(told), figures={"con_thieu": _of(counted(gone), told)})


def _manner(told: Coverage) -> Passage | None:
    if not (told.in_meeting or told.in_writing):
        return None
    meeting, writing = counted(told.in_meeting), counted(told.in_writing)
    if told.in_meeting and told.in_writing:
        text = (
            f"Việc tổng kết được tiến hành từ cơ sở: {meeting} đơn vị tổ chức hội nghị, "
            f"{writing} đơn vị tổng kết bằng văn bản, phù hợp với điều kiện của từng nơi."
        )
        figures = {"hoi_nghi": _of(meeting, told), "van_ban": _of(writing, told)}
    elif told.in_meeting:
        text = f"Việc tổng kết được tiến hành từ cơ sở; {meeting} đơn vị đã tổ chức hội nghị tổng kết."
        figures = {"hoi_nghi": _of(meeting, told)}
    else:
        text = f"Việc tổng kết được tiến hành từ cơ sở; {writing} đơn vị tổng kết bằng văn bản."
        figures = {"van_ban": _of(writing, told)}
    return Passage("I:hinh-thuc", text, _sources(told), figures=figures)
