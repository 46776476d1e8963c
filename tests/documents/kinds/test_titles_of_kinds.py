"""How each kind is named of type and subject, with the values of the model plan: no capital stands in the middle."""

import pytest

from tests.conferences.city import City
from tests.documents.tam_ky import make_ready_city
from tests.factories.conferences import NOW
from tongket.documents.actions.drafting import draft_document
from tongket.documents.kinds import KINDS
from tongket.documents.models import Entry
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.desk import title_of

WHAT = "hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”"
PLAN = (
    "tổ chức hội nghị tổng kết đánh giá kết quả triển khai thực hiện Phong trào thi đua “Đoàn kết sáng tạo, nâng cao "
    "năng suất, chất lượng, hiệu quả, hội nhập quốc tế” trên địa bàn thành phố từ khi phát động đến nay"
)
NAMED = {
    "plan": f"Kế hoạch {PLAN}",
    "request": f"chuẩn bị tham luận tại {WHAT}",
    "urge": f"đôn đốc chuẩn bị {WHAT}",
    "outline": f"Đề cương báo cáo phục vụ {WHAT}",
    "notice": f"Thông báo thời gian, địa điểm tổ chức {WHAT}",
    "invitation": f"Giấy mời dự {WHAT}",
    "programme": f"Chương trình {WHAT}",
    "proposal": f"Tờ trình về việc khen thưởng tại {WHAT}",
    "council_minutes": f"Biên bản họp xét khen thưởng tại {WHAT}",
    "decision": f"Quyết định về việc khen thưởng tại {WHAT}",
    "certificate": f"Giấy khen thành tích trong {WHAT}",
    "minutes": f"Biên bản {WHAT}",
    "conclusion": f"Thông báo kết luận tại {WHAT}",
    "summary_report": f"Báo cáo {PLAN.removeprefix('tổ chức hội nghị ')}",
    "delegate_list": f"Danh sách đại biểu dự {WHAT}",
    "confirmation": f"Giấy xác nhận tham dự {WHAT}",
    "recommendations": f"chuyển kiến nghị tổng hợp tại {WHAT}",
    "cancellation": f"Thông báo về việc không tổ chức {WHAT}",
    # It cites a document, whose type keeps its capital there; it is named by what it cites.
    "correction": "",
}


@pytest.fixture
def ready(db: None) -> City:
    return make_ready_city()


def test_every_kind_is_in_the_table() -> None:
    assert set(NAMED) == set(KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("code", [code for code in KINDS if code != "correction"])
def test_no_capital_stands_in_the_middle_of_a_name(ready: City, code: str) -> None:
    options = {"duty_kinds": ["paper"]} if code == "request" else {}
    document = draft_document(conference=ready.conference, kind=code, options=options, by=ready.clerk, now=NOW)
    whole = assembled(document).document
    entry = Entry(type_name=whole.type_name.capitalize(), subject=whole.subject, document=document)
    about = NAMED[code] if whole.type_name else f"Công văn về việc {NAMED[code]}"
    shown = NAMED[code] if whole.type_name else f"V/v {NAMED[code]}"

    assert (whole.title, entry.about, title_of(document)) == (NAMED[code], about, shown)
