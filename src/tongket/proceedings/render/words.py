"""What the volume itself says: an official print of the office, Vietnamese whoever reads the page."""

CONTENTS = "MỤC LỤC"
INDEX = "BẢNG TRA TÁC GIẢ, ĐƠN VỊ"
AUTHORS = "TÁC GIẢ"
UNITS = "CƠ QUAN, ĐƠN VỊ"
PART = "Phần"
