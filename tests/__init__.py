"""The specification of Tổng Kết; its folders mirror those of the source."""
