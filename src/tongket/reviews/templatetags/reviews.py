"""Words of reviews that carry codes: how a version came, what a step was, how much a finding holds up."""

from django import template
from django.utils.translation import gettext

from tongket.conferences.handing_in import CHANNELS
from tongket.conferences.queries.board import Shown
from tongket.conferences.rules import Channel
from tongket.core.findings import Finding, Level, words
from tongket.reviews.models import ReviewStep, ReviewVersion
from tongket.reviews.queries.issued import Change, Done
from tongket.reviews.rules import KIND_WORDS, STATE_PICTURES, STATE_WORDS, CameAs, Kind, Manner, ReviewState

register = template.Library()
CAME_WORDS = {
    CameAs.WEB: words("điền trên trang"),
    CameAs.SHEET: words("biểu .xlsx"),
    CameAs.FORM: words("biểu .docx"),
    CameAs.REPORT: words("báo cáo của đơn vị"),
    CameAs.BUNDLE: words("gói chuyển lên"),
    CameAs.PAPER: words("bản giấy"),
}
MANNER_WORDS = {Manner.MEETING: words("Tổ chức hội nghị"), Manner.WRITING: words("Tổng kết bằng văn bản")}
LEVEL_CSS = {Level.BLOCKER: "must", Level.APPROVAL: "rule", Level.ADVICE: "tip"}
LEVEL_ICONS = {Level.BLOCKER: "stop", Level.APPROVAL: "ask", Level.ADVICE: "note"}


CHANGE_WORDS = {
    ("question", Done.ADDED): words("Thêm câu hỏi “{name}”"),
    ("question", Done.CHANGED): words("Sửa câu hỏi “{name}”"),
    ("question", Done.REMOVED): words("Bỏ câu hỏi “{name}”"),
    ("question", Done.MOVED): words("Chuyển chỗ câu hỏi “{name}”"),
    ("indicator", Done.ADDED): words("Thêm chỉ tiêu “{name}”"),
    ("indicator", Done.CHANGED): words("Sửa chỉ tiêu “{name}”"),
    ("indicator", Done.REMOVED): words("Bỏ chỉ tiêu “{name}”"),
    ("indicator", Done.MOVED): words("Chuyển chỗ chỉ tiêu “{name}”"),
    ("period", Done.ADDED): words("Thêm kỳ “{name}”"),
    ("period", Done.CHANGED): words("Sửa kỳ “{name}”"),
    ("period", Done.REMOVED): words("Bỏ kỳ “{name}”"),
}


@register.filter
def change_words(change: Change) -> str:
    """What was done to something that is asked since the document in force."""
    return gettext(CHANGE_WORDS[change.what, change.done]).format(name=change.name)


@register.filter
def came_words(version: ReviewVersion) -> str:
    """How a version came: `biểu .xlsx, thư điện tử`."""
    channel = str(dict(CHANNELS)[Channel(version.channel)])
    return f"{gettext(CAME_WORDS[CameAs(version.came_as)])}, {channel}"


@register.filter
def step_shown(step: ReviewStep) -> Shown:
    """Where the review stood since a step."""
    state = ReviewState(step.state)
    if state is ReviewState.SUBMITTED:
        return Shown("sent", gettext("Lãnh đạo đã xác nhận") if step.is_confirmed else gettext("Chờ lãnh đạo xác nhận"))
    return Shown(STATE_PICTURES[state], gettext(STATE_WORDS[state]))


@register.filter
def kind_words(kind: str) -> str:
    """What a question asks for."""
    return gettext(KIND_WORDS[Kind(kind)])


@register.filter
def manner_words(manner: str) -> str:
    """How a unit held its review; empty where it did not say."""
    return gettext(MANNER_WORDS[Manner(manner)]) if manner else ""


@register.filter
def level_css(finding: Finding) -> str:
    """The look of a finding by how much it holds up."""
    return LEVEL_CSS[finding.level]


@register.filter
def level_icon(finding: Finding) -> str:
    """The picture of a finding."""
    return LEVEL_ICONS[finding.level]
