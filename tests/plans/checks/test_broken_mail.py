"""Addresses that no mail program takes."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.broken_mail import check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gửi qua mttq.tk@gmail trước ngày 20", ["“mttq.tk@gmail” không phải địa chỉ thư điện tử."]),
        ("gửi qua mặttrận@tamky.vn trước ngày 20", ["“mặttrận@tamky.vn” không phải địa chỉ thư điện tử."]),
        ("gửi qua mttq.tk @gmail.com", ["“@gmail.com” không phải địa chỉ thư điện tử."]),
        ("(qua Email: mttq.tk@gmail.com) trước ngày 20", []),
        ("gửi về a_b@binhan.gov.vn, c@lamha.edu.vn.", []),
        ("giá 5.000đ @ mỗi bộ", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert said(check, plan({"IV.2": text})) == found
