"""Statements cut from what units write: `cut` for an answer, `cut_report` for a whole report. Pure."""

from tongket.reviews.cutting.cutter import cut, cut_report

__all__ = ["cut", "cut_report"]
