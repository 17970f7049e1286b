"""Articles printed as pages: whatever a layout has round them, each of their lines comes back."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.readers import read_paths
from tests.bench.read_losses import LAYOUTS, Losses, Printed, printed
from tests.conftest import SAMPLE


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_of_the_sample_archive_is_lost(name: str) -> None:
    """Titles and lines of all its articles come back, no link does, and no lead is found where none is printed."""
    articles = [item for item in read_paths([str(SAMPLE)]) if isinstance(item, Article)]
    losses = Losses()
    for page in printed(articles):
        losses.add(page, "\n".join(LAYOUTS[name](page)))
    counts = losses.counts
    assert counts["titles"] == counts["pages"] == len(articles) > 30
    assert (counts["lost"], counts["links"], counts["false leads"]) == (0, 0, 0)
    assert counts["lines"] > 200


def test_what_is_lost_is_counted() -> None:
    """A line that the page does not give, another title, a link and a lead where none was printed are each a fault."""
    own = "Chiều qua, người làng Vạn thả ba chiếc ghe mới xuống bến, ghe nào cũng sơn mắt đỏ như ngày trước."
    more = "Ông Năm Rổ, thợ đóng ghe cuối cùng của làng, nói gỗ sao bây giờ khó tìm hơn người biết đóng."
    link = "Chợ nổi dời bến lần thứ ba"
    page = Printed("Làng Vạn hạ thủy ghe mới", None, (own, more, "Dòng này bị bỏ sót."), (link,))
    losses = Losses()
    losses.add(page, f"Hạ thủy ghe mới ở làng Vạn\n\n{own}\n\n{more}\n\n{link} sau mùa nước lớn.\n\n{more}")
    assert losses.counts["lines"] == 3
    assert losses.counts["titles"] == 0
    assert losses.examples["lost"] == ["Dòng này bị bỏ sót."]
    losses.add(Printed(page.title, None, (own,), (more,)), f"{page.title}\n\n{own}\n\n{more}")
    assert losses.examples["links"] == [more]
    losses.add(page, "\n")
    assert losses.examples["refused"] == [f"empty: {page.title}"]
