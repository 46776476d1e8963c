"""Names and codes that the forms and their readers agree on. Pure."""

from tongket.reviews.rules import Manner

# Names of sheets as printed; a reader finds a sheet by the codes in it, whatever it is called by then.
FIGURES = "Số liệu"
QUESTIONS = "Thuyết minh"
MODELS = "Mô hình"
HELD = "Cách tổng kết"
HIDDEN = "tongket"
MARK = "tongket-review-form"
# The first column of each sheet holds codes, the first row the codes of columns.
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
# A period's column is `period:<code>`; a model's row `model:<number>`.
PERIOD = "period:"
MODEL = "model:"
# What Excel keeps of a number exactly.
EXACT_DIGITS = 15
