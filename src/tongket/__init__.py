"""Tổng Kết reads the plan (kế hoạch) of a review conference and makes the conference happen."""

__version__ = "0.1.0"
