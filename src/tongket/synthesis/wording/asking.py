"""Asks the model for a wording: one sentence's statements, numbered, go out; nothing else of the conference does."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping

from tongket.synthesis.wording.settings import Model

MOST_BYTES = 200_000
TASK = (
    "Bạn biên tập một câu trong báo cáo tổng kết của Ủy ban MTTQ Việt Nam. Viết lại câu cho gọn, đúng văn phong "
    "hành chính tiếng Việt, chỉ dùng điều có trong các ý được đánh số; không thêm số liệu, tên riêng hay nhận "
    'định nào khác. Trả lời bằng JSON: {"sentences": [{"text": "câu", "cites": [số của các ý làm căn cứ]}]}.'
)


class Unreachable(RuntimeError):
    """The model did not answer, or not as such a model does."""


def ask(model: Model, sentence: str, statements: Mapping[int, str]) -> str:
    """What the model answers, as text; raises Unreachable. Only addresses of http and https are asked."""
    if not model.url.startswith(("http://", "https://")):
        raise Unreachable(model.url)
    told = "\n".join(f"[{number}] {text}" for number, text in statements.items())
    content = f"Câu hiện có: {sentence}\n\nCác ý:\n{told}"
    body = {
        "model": model.name,
        "temperature": 0,
        "messages": [{"role": "system", "content": TASK}, {"role": "user", "content": content}],
    }
    return _said(_fetched(model, json.dumps(body).encode()))


def _fetched(model: Model, body: bytes) -> bytes:
    headers = {"Content-Type": "application/json"}
    if model.key:
        headers["Authorization"] = f"Bearer {model.key}"
    address = model.url.rstrip("/") + "/chat/completions"
    request = urllib.request.Request(address, data=body, headers=headers)  # noqa: S310 -- http only, see `ask`
    try:
        with urllib.request.urlopen(request, timeout=model.seconds) as answer:  # noqa: S310 -- http only, see `ask`
            data: bytes = answer.read(MOST_BYTES)
            return data
    except urllib.error.HTTPError as refused:
        with refused:
            raise Unreachable(str(refused)) from refused
    except (urllib.error.URLError, TimeoutError, OSError) as fault:
        raise Unreachable(str(fault)) from fault


def _said(data: bytes) -> str:
    try:
        return str(json.loads(data)["choices"][0]["message"]["content"])
    except (ValueError, KeyError, IndexError, TypeError) as fault:
        raise Unreachable("no answer of a chat model") from fault
