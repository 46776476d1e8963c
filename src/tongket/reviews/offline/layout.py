"""Names and codes that the forms and their readers agree on. Pure."""

from tongket.reviews.rules import Manner
from tongket.reviews.values import Outline

# Names of sheets as printed; a reader finds a sheet by the codes in it, whatever it is called by then.
FIGURES = "Số liệu"
QUESTIONS = "Thuyết minh"
MODELS = "Mô hình"
HELD = "Cách tổng kết"
HIDDEN = "tongket"
# Stands in the corner of each sheet and table, where the codes of rows and of columns meet.
MARK = "tk-bieu"
NOTE = "note"
ANSWER = "answer"
MODEL_COLUMNS = ("name", "owner", "place_name", "quote")
MODEL_HEADINGS = ("Tên mô hình", "Đơn vị, người thực hiện", "Địa điểm", "Cách làm, kết quả nổi bật")
MODEL_ROWS = 30
HELD_ROWS = {
    "held:manner": "Hình thức tổng kết",
    "held:on": "Ngày tổng kết",
    "held:signer": "Người ký báo cáo (họ tên, chức vụ)",
}
MANNER_WORDS = {Manner.MEETING: "Tổ chức hội nghị", Manner.WRITING: "Tổng kết bằng văn bản"}
HELP = {
    FIGURES: (
        "Chỉ điền vào ô màu vàng nhạt, theo đúng đơn vị tính của từng dòng. "
        "Chưa có số liệu thì để trống; không có thì ghi 0."
    ),
    QUESTIONS: "Trả lời vào ô màu vàng nhạt; mỗi ý một dòng (Alt+Enter để xuống dòng).",
    MODELS: "Mỗi mô hình một dòng.",
    HELD: "Cho biết đơn vị đã tổng kết bằng hình thức nào, ngày nào, ai ký báo cáo.",
}
# Which reader takes a file.
SHEET, OPEN_SHEET, FORM = "sheet", "open-sheet", "form"
UNIT_LABEL = "Đơn vị:"
# A period's column is `period:<code>`; a model's row `model:<number>`.
PERIOD = "period:"
MODEL = "model:"
# What Excel keeps of a number exactly.
EXACT_DIGITS = 15


def current_code(outline: Outline) -> str:
    """The code of the period that is asked; of none that is marked the last one's, empty without periods."""
    marked = [each.code for each in outline.periods if each.is_current]
    return (marked or [each.code for each in outline.periods[-1:]] or [""])[0]


def identity_of(outline: Outline, unit: str, unit_key: str) -> tuple[tuple[str, str], ...]:
    """What a form says of itself, as rows of name and value."""
    return (("form", MARK), ("revision", str(outline.revision)), ("unit", unit_key), ("unit_name", unit))
