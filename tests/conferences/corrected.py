"""The model plan as its office might correct it: a clause and a paper more, one given away, a day, a name gone."""

from pathlib import Path

MODEL = Path(__file__).parents[1] / "samples" / "plans" / "01-tam-ky-2024.txt"
NEW_PAPER = (
    "- Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Ngọc: Kinh nghiệm vận động các hộ sản xuất liên kết tiêu thụ "
    "nông sản sạch của địa phương; nêu rõ cách làm và kết quả.\n\n"
)
ECONOMY = "Đề nghị Phòng Kinh tế; Hội LHPN"
CHANGES = (
    # Clause III.1 is new, so that every clause of part III moves.
    ("1. Nội dung tổng kết\n", "1. Yêu cầu chung: thiết thực, tiết kiệm.\n\n2. Nội dung tổng kết\n"),
    ("\n1.1. Đánh giá", "\n2.1. Đánh giá"),
    ("\n1.2. Tham luận", "\n2.2. Tham luận"),
    ("\n1.3. Trưng bày", "\n2.3. Trưng bày"),
    ("\n2. Gợi ý chủ đề", "\n3. Gợi ý chủ đề"),
    ("\n3. Khen thưởng", "\n4. Khen thưởng"),
    ("theo điểm 2 Phần III", "theo điểm 3 Phần III"),
    # A paper is inserted before the second, and the last one goes to another ward.
    ("- Hội Nông dân thành phố: Phương pháp", NEW_PAPER + "- Hội Nông dân thành phố: Phương pháp"),
    ("phường An Phú: Kết quả", "phường An Mỹ: Kết quả"),
    ("trước ngày 20/10/2024", "trước ngày 24/10/2024"),
    (ECONOMY, "Đề nghị Hội LHPN"),
)


def corrected(*changes: tuple[str, str]) -> bytes:
    """The model plan with these changes, with all of `CHANGES` where none is given."""
    text = MODEL.read_text(encoding="utf-8")
    for old, new in changes or CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()
