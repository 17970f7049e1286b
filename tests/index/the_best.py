"""What has to be true where only the best articles are asked for, beside the same condition asked for all."""

from __future__ import annotations

import numpy as np

from index.score import best
from index.snapshot import Matches


def check_the_best(found: Matches, every: Matches, count: int) -> bool:
    """The same articles match, in as many places, and the ``count`` best and what is preferred have their scores.

    Returns whether anything was spared: articles that are not given, or lower scores than are due.
    """
    assert found.all_numbers.tolist() == every.numbers.tolist()
    assert (found.articles, found.occurrences) == (every.articles, every.occurrences)
    assert np.isin(every.numbers[every.preferred], found.numbers[found.preferred]).all()
    of_every = every.numbers.searchsorted(found.numbers)
    assert every.numbers[of_every].tolist() == found.numbers.tolist()
    assert found.preferred.tolist() == every.preferred[of_every].tolist()
    due = every.scores[of_every]
    chosen = best(found.scores, count)
    assert np.allclose(found.scores[chosen], every.scores[best(every.scores, count)], rtol=1e-12)
    known = np.append(chosen, found.preferred.nonzero()[0])
    assert np.allclose(found.scores[known], due[known], rtol=1e-12)
    assert (found.scores <= due * (1 + 1e-12)).all()
    return len(found.numbers) < len(every.numbers) or bool((found.scores < due * (1 - 1e-9)).any())
