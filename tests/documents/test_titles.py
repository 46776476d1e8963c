"""Subjects within a sentence, and a document's name of type and subject."""

import pytest

from tongket.documents.titles import letter_titled, lowered, report_subject, titled, within


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Tổ chức hội nghị", "tổ chức hội nghị"),
        ("Dự Hội nghị tổng kết", "dự Hội nghị tổng kết"),
        ("Về việc tổ chức hội nghị", "tổ chức hội nghị"),
        ("V/v chuẩn bị tham luận", "chuẩn bị tham luận"),
        ("Ban hành Quy chế thi đua", "ban hành Quy chế thi đua"),
        ("Đại biểu dự hội nghị", "đại biểu dự hội nghị"),
        ("MTTQ họp", "MTTQ họp"),
        ("UBMTTQVN xã Tam Thăng", "UBMTTQVN xã Tam Thăng"),
        ("Ủy ban họp", "Ủy ban họp"),
        ("Ban Thường trực họp", "Ban Thường trực họp"),
        ("Hội Nông dân thành phố", "Hội Nông dân thành phố"),
        ("Hội đồng xét thưởng", "Hội đồng xét thưởng"),
        ("Tam Kỳ năm 2024", "Tam Kỳ năm 2024"),
        ("Phong trào thi đua “Đoàn kết sáng tạo”", "Phong trào thi đua “Đoàn kết sáng tạo”"),
        ("“Đoàn kết sáng tạo”", "“Đoàn kết sáng tạo”"),
        ("05 mô hình", "05 mô hình"),
        ("Ý kiến", "ý kiến"),
        ("", ""),
    ],
)
def test_titles_are_lowered_within_a_sentence(title: str, words: str) -> None:
    assert lowered(title) == words


@pytest.mark.parametrize(
    ("type_name", "subject", "name"),
    [
        ("GIẤY MỜI", "Dự hội nghị tổng kết", "Giấy mời dự hội nghị tổng kết"),
        ("Quyết định", "Về việc khen thưởng", "Quyết định về việc khen thưởng"),
        ("KẾ HOẠCH", "MTTQ họp", "Kế hoạch MTTQ họp"),
        ("", "Chuẩn bị tham luận", "Chuẩn bị tham luận"),
        ("THÔNG BÁO", "", "Thông báo"),
    ],
)
def test_type_and_subject_are_one_name(type_name: str, subject: str, name: str) -> None:
    assert titled(type_name, subject) == name


def test_letter_is_named_by_its_kind_without_saying_about_twice() -> None:
    assert letter_titled("V/v Chuẩn bị tham luận") == "Công văn về việc chuẩn bị tham luận"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("V/v chuẩn bị tham luận tại hội nghị tổng kết Phong trào (A)", "V/v chuẩn bị tham luận tại hội nghị"),
        ("Giấy mời dự Hội nghị tổng kết Phong trào (A)", "Giấy mời dự hội nghị"),
        ("Báo cáo quý III", "Báo cáo quý III"),
    ],
)
def test_name_of_the_event_is_not_said_in_each_line_of_its_own_list(title: str, short: str) -> None:
    assert within(title, "Hội nghị tổng kết Phong trào (A)") == short
    assert within(title, "Ngày hội") == title


@pytest.mark.parametrize(
    ("plan", "subject"),
    [
        (
            "Tổ chức hội nghị tổng kết đánh giá kết quả triển khai thực hiện Phong trào thi đua “Đoàn kết sáng tạo”",
            "Tổng kết đánh giá kết quả triển khai thực hiện Phong trào thi đua “Đoàn kết sáng tạo”",
        ),
        ("Về việc tổ chức Hội nghị sơ kết phong trào năm 2024.", "Sơ kết phong trào năm 2024"),
        ("Tổng kết Phong trào thi đua năm 2024", "Tổng kết Phong trào thi đua năm 2024"),
        (
            "Tổ chức lễ tuyên dương điển hình tiên tiến trong Phong trào thi đua “Dân vận khéo”",
            "Kết quả thực hiện Phong trào thi đua “Dân vận khéo”",
        ),
        ("V/v báo cáo tổng kết 05 năm thực hiện đề án", "Tổng kết 05 năm thực hiện đề án"),
        ("Báo cáo kết quả thực hiện đề án", "Kết quả thực hiện đề án"),
        ("Tổ chức Hội nghị trực tuyến tổng kết công tác Mặt trận năm 2024", "Tổng kết công tác Mặt trận năm 2024"),
        (
            "Khen thưởng tập thể có kết quả xuất sắc trong Phong trào thi đua năm 2024",
            "Kết quả thực hiện Phong trào thi đua năm 2024",
        ),
        ("Triển khai Chương trình phối hợp năm 2024", "Kết quả thực hiện chương trình phối hợp năm 2024"),
        ("Tổ chức hội nghị điển hình tiên tiến", "Kết quả tổ chức hội nghị điển hình tiên tiến"),
        ("Tổ chức họp mặt cơ quan báo chí", "Kết quả tổ chức họp mặt cơ quan báo chí"),
        ("Lễ hội Văn hóa", "Kết quả lễ hội Văn hóa"),
        ("", ""),
    ],
)
def test_report_is_about_what_the_plan_reviews(plan: str, subject: str) -> None:
    assert report_subject(plan) == subject
