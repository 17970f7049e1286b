"""Long work, shown while it goes."""

from __future__ import annotations

import pytest

from index.report import Progress
from searcher.printers.progress import progress_line


@pytest.mark.parametrize(
    ("progress", "seconds", "line"),
    [
        (Progress(0, 1, 0), 0.0, "Read 0 articles (0 a second), file 1 of 1"),
        (Progress(3, 100, 1500), 2.0, "Read 1,500 articles (750 a second), file 4 of 100"),
        (Progress(50, 100, 50), 10.0, "Read 50 articles (5 a second), file 51 of 100, 10 s left"),
        (Progress(100, 2500, 1), 10.0, "Read 1 article (0 a second), file 101 of 2,500, 4 min left"),
        (Progress(100, 100, 9, is_writing=True), 1.0, "Writing 9 articles into the index"),
    ],
)
def test_a_line_says_how_much_how_quickly_and_how_long(progress: Progress, seconds: float, line: str) -> None:
    """How long the rest will take is said once enough files are done to tell."""
    assert progress_line(progress, seconds) == line
