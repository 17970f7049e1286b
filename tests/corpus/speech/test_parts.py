"""Words in marks with which the reporter's sentence goes on: somebody's own, or built into it."""

from __future__ import annotations

import pytest

from corpus.speech.attribution import before
from corpus.speech.bodies import Body
from corpus.speech.names import Mention
from corpus.speech.parts import is_own, may_be_own
from corpus.speech.reported import teller
from corpus.speech.sources import Pronoun, Source


def name(source: Source | None) -> str | None:
    return source.name if isinstance(source, Mention | Body) else None


@pytest.mark.parametrize(
    ("head", "said", "own"),
    [
        ("Ông Bảy tuyên bố xóm", "không trốn tránh việc chung của cả xã", True),
        ("Ông Bảy tuyên bố xóm", "không trốn tránh việc chung của xã", False),
        ("Ông Bảy tuyên bố xóm", "ra đồng từ lúc gà gáy rồi về khi trăng lên khỏi núi", True),
        ("Ông Bảy đưa cả xóm", "ra đồng từ lúc gà gáy rồi về khi trăng lên khỏi núi", False),
        ("Ông Bảy cho biết việc cán bộ", "đi thu nợ lúa là hoạt động bình thường", True),
        ("Ông Bảy cho biết việc cán bộ", "đi thu nợ lúa của cả xóm", False),
        ("Ông Bảy chọn đó là dịp để", "gặt cho xong đồng lúa dưới chân núi trước khi mưa về", False),
        ("Ông Bảy nói đó là dịp để", "gặt cho xong đồng lúa dưới chân núi", True),
        ("Ông Bảy nói đó là dịp để", "chúng ta gặt cho xong đồng lúa này", True),
        ("Ông Bảy gửi lời thăm tới", "tất cả những ai đang ở lại giữa vùng lũ hôm nay", False),
        ("Xã của ông Bảy sẽ sửa đê", "để bà con có chỗ ở khi nước lên cao", False),
    ],
)
def test_a_part_that_is_somebodys_own(head: str, said: str, own: bool) -> None:
    """Eight words of what somebody says, and a clause; of what is done nothing that says nothing, object or purpose."""
    assert is_own(head, head, said) == own
    assert may_be_own(head, said) or not own


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Bộ Y tế cho biết người dân", "Bộ Y tế"),
        ("Theo Hiệp hội Chè Loria, bà con", "Hiệp hội Chè Loria"),
        ("Năm 2019, Chủ tịch Trần Văn Bảy nói với bà con rằng xóm", "Trần Văn Bảy"),
        ("Ông Trần Văn Bảy, Cục trưởng Thuế Loria cho biết việc này", "Trần Văn Bảy"),
    ],
)
def test_who_leads_into_a_part(head: str, who: str | None) -> None:
    """A body may lead into it as well as a person, whatever word the sentence opens with."""
    assert name(before(head, "không có đường nào khác để đi qua núi")) == who


def test_a_body_far_into_a_sentence_leads_into_nothing() -> None:
    """Beside others it is more likely one of whom the sentence tells."""
    assert name(teller("Hôm qua, Bộ Y tế cho biết mưa đã tạnh.")) == "Bộ Y tế"
    assert teller("Hôm qua, mưa đã tạnh khắp nơi, lúa đã vào bồ và bà con thì vui mừng, Bộ Y tế cho biết.") is None


def test_a_pronoun_leads_into_a_part() -> None:
    """Whoever has no name in the sentence may have one in the article."""
    assert before("Ông nói rằng xóm", "không có đường nào khác để đi qua núi") == Pronoun("m", "Ông")
