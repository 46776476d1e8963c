"""How a paper without a title is called."""

from tongket.conferences.models import Duty
from tongket.papers.models import Paper


def test_paper_without_title_is_called_by_whole_words_of_its_topic() -> None:
    topic = "Kết quả triển khai Phong trào thi đua “Đoàn kết sáng tạo” gắn với chủ trương chuyển đổi số, nhất là"
    paper = Paper(duty=Duty(text=topic))

    assert str(paper) == "Kết quả triển khai Phong trào thi đua “Đoàn kết sáng tạo” gắn với chủ trương chuyển đổi …"
    paper.title = "Chợ nhỏ của chị em"
    assert str(paper) == "Chợ nhỏ của chị em"
