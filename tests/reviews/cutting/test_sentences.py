import pytest

from tongket.reviews.cutting.sentences import sentences_of, thoughts_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Hội LHPN TP. Tam Kỳ báo cáo. Hết.", ["Hội LHPN TP. Tam Kỳ báo cáo.", "Hết."]),
        ("Ở TT. Núi Thành có 1.200 hộ. Năm 2023 tăng.", ["Ở TT. Núi Thành có 1.200 hộ.", "Năm 2023 tăng."]),
        ("Tặng gạo, mì, v.v. cho hộ nghèo.", ["Tặng gạo, mì, v.v. cho hộ nghèo."]),
        ("Tặng gạo, mì, v.v. Nhiều hộ vui.", ["Tặng gạo, mì, v.v.", "Nhiều hộ vui."]),
        ("Ông Nguyễn V. Bảy nói. “Hay!” Rồi về.", ["Ông Nguyễn V. Bảy nói.", "“Hay!”", "Rồi về."]),
        ("1. Các cấp Hội làm tốt.", ["1. Các cấp Hội làm tốt."]),
        ("Đạt 3.5 điểm… Tốt!", ["Đạt 3.5 điểm…", "Tốt!"]),
        ("Không có dấu chấm", ["Không có dấu chấm"]),
        ("Hộ nghèo còn 2%. 15 hộ thoát nghèo.", ["Hộ nghèo còn 2%.", "15 hộ thoát nghèo."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_person_ends_them(text: str, sentences: list[str]) -> None:
    assert list(sentences_of(text)) == sentences


@pytest.mark.parametrize(
    ("sentence", "thoughts"),
    [
        (
            "Quy mô mô hình còn nhỏ; sản phẩm thiếu bao bì.",
            ["Quy mô mô hình còn nhỏ", "sản phẩm thiếu bao bì."],
        ),
        ("Tặng gạo; mì; muối.", ["Tặng gạo; mì; muối."]),
        ("Hội viên còn ngại; và chưa quen với công nghệ mới.", ["Hội viên còn ngại; và chưa quen với công nghệ mới."]),
        (
            "Xây dựng mô hình (trồng rau; nuôi gà) cho hội viên.",
            ["Xây dựng mô hình (trồng rau; nuôi gà) cho hội viên."],
        ),
        ("Một ý.", ["Một ý."]),
    ],
)
def test_parts_are_cut_where_each_stands_alone(sentence: str, thoughts: list[str]) -> None:
    assert list(thoughts_of(sentence)) == thoughts
