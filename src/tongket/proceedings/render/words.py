"""What the volume itself says. It is an official print of the office: its words are Vietnamese whoever reads the page."""

CONTENTS = "MỤC LỤC"
INDEX = "BẢNG TRA TÁC GIẢ, ĐƠN VỊ"
AUTHORS = "TÁC GIẢ"
UNITS = "CƠ QUAN, ĐƠN VỊ"
PART = "Phần"
