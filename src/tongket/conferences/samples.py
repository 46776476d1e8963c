"""The sample plans that anybody may try: real plans that come with the product."""

from dataclasses import dataclass
from importlib.resources import files

from tongket.core.findings import words


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample plan: its key, what it is called in lists, and its file beside this module."""

    key: str
    title: str
    file: str

    def read(self) -> bytes:
        """The bytes of the sample's file."""
        return (files("tongket.conferences") / "sample_plans" / self.file).read_bytes()


SAMPLES = {
    sample.key: sample
    for sample in (
        Sample(
            "tam-ky-2024",
            words("Mặt trận thành phố Tam Kỳ, 2024: tổng kết Phong trào thi đua “Đoàn kết sáng tạo”"),
            "tam-ky-2024.docx",
        ),
    )
}
