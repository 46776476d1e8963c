"""The words by which a plan says what is owed."""

import pytest

from tongket.conferences.derive import wording


@pytest.mark.parametrize(
    ("text", "is_review"),
    [
        ("Tổ chức tổng kết phong trào tại cơ sở", True),
        ("Tiến hành sơ kết, tự đánh giá kết quả", True),
        ("Gửi báo cáo kết quả về Ban Thường trực", True),
        ("XÂY DỰNG BÁO CÁO trình hội nghị", True),
        ("Dự hội nghị tổng kết phong trào", False),
        ("Chuẩn bị tổng kết hội nghị", False),
        ("Dự hội nghị sơ kết và tổng kết ở đơn vị mình", True),
        ("Báo cáo thành tích cá nhân", False),
        ("", False),
    ],
)
def test_own_review_is_told_from_the_conferences_name(text: str, is_review: bool) -> None:  # noqa: FBT001
    assert wording.says_own_review(text) is is_review


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Phối hợp với UBND thành phố chuẩn bị hội trường", ("UBND thành phố",)),
        ("phối hợp cùng Phòng Kinh tế, Hội Nông dân tham mưu nội dung", ("Phòng Kinh tế", "Hội Nông dân")),
        ("Phối hợp chặt chẽ với các tổ chức chính trị - xã hội tuyên truyền", ("Các tổ chức chính trị - xã hội",)),
        ("Phối hợp với Đài Truyền thanh và Phòng Văn hóa đưa tin", ("Đài Truyền thanh", "Phòng Văn hóa")),
        ("Phối hợp với các ngành liên quan chuẩn bị", ()),
        ("Phối hợp với Phòng Kinh tế và các đơn vị có liên quan.", ("Phòng Kinh tế",)),
        ("Phối hợp với Phòng Kinh tế; chuẩn bị âm thanh", ("Phòng Kinh tế",)),
        ("Chuẩn bị hội trường", ()),
    ],
)
def test_coordinating_bodies_stand_after_the_words_with(text: str, bodies: tuple[str, ...]) -> None:
    assert wording.coordinating(text) == bodies


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Chuẩn bị hội trường", ()),
        ("Chuẩn bị hội trường; trang trí; âm thanh.", ("Chuẩn bị hội trường", "trang trí", "âm thanh")),
        ("Chuẩn bị kịch bản, giấy mời, âm thanh…", ("Chuẩn bị kịch bản", "giấy mời", "âm thanh")),
        ("Chuẩn bị kịch bản, giấy mời", ()),
        ("In tài liệu; kịch bản, giấy mời, âm thanh", ("In tài liệu", "kịch bản", "giấy mời", "âm thanh")),
        (f"Chuẩn bị {'a' * 60}, giấy mời, âm thanh", ()),
        ("; ;", ()),
    ],
    ids=["one", "semicolons", "nouns", "two nouns", "both", "long noun", "empty"],
)
def test_checklist_cuts_a_task_into_its_parts(text: str, parts: tuple[str, ...]) -> None:
    assert wording.checklist(text) == parts


@pytest.mark.parametrize(
    ("name", "text", "is_found"),
    [
        ("PAPER", "chuẩn bị bài tham luận", True),
        ("PAPER", "báo cáo", False),
        ("NOMINATION", "giới thiệu 02 mô hình tiêu biểu", True),
        ("NOMINATION", "giới thiệu đại biểu", False),
        ("EXHIBIT", "lựa chọn sản phẩm tiêu biểu tham gia trưng bày", True),
        ("EXHIBIT", "trưng bày hình ảnh hoạt động", True),
        ("EXHIBIT", "chuẩn bị sản phẩm", False),
        ("SEND_DELEGATES", "cử cán bộ tham dự hội nghị", True),
        ("SEND_DELEGATES", "tham dự hội nghị", False),
        ("REMARKS", "chuẩn bị ý kiến phát biểu", True),
        ("REMARKS", "chuẩn bị sẵn các nội dung để trao đổi, phát biểu", True),
        ("REMARKS", "phát biểu khai mạc", False),
        ("SPEAK_THERE", "các ý kiến phát biểu tại hội nghị", True),
        ("REWARDED", "các tập thể được biểu dương", True),
        ("TO_BE_ANNOUNCED", "sẽ có thông báo sau", True),
        ("FROM_BELOW", "tổng kết phong trào phải được tiến hành từ cơ sở", True),
    ],
)
def test_pattern_knows_what_a_clause_asks(name: str, text: str, is_found: bool) -> None:  # noqa: FBT001
    assert bool(getattr(wording, name).search(text)) is is_found
