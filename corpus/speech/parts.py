"""Are words in marks somebody's own, where the sentence of the reporter goes on in them?

``Ông X cho biết xã “chưa có tiền để làm con đường này”``: the reporter begins the clause, and its speaker ends it. A
name, a term or a few words of somebody's are built into the reporter's sentence in the same way, and are no speech.
"""

from __future__ import annotations

import re

from corpus.speech.patterns import Ending
from corpus.speech.words import PLAINLY_SAID

LONG_PART = 10
"""Words of a passage that are somebody's own where they follow what may also be the name of a thing."""

FEWEST_OF_CLAUSE = 4
"""Words of a passage that begins as a clause does."""

_FEWEST_WITH_PREDICATE = 8
"""Words of a passage in which something is said of its own subject or of the reporter's; however long, a passage in
which nothing is said of any has no clause (``gọi đó là “những …”``)."""

_FEWEST_BEHIND_SIGN = 6
"""Words of a passage that is a clause of its own behind a comma (``…, bởi “xóm nào cũng có người già”``)."""

_LONGEST_JOINT = 10
BEGINS_CLAUSE = re.compile(
    r"(?:(?:ông|bà|anh|chị|cô|hắn) (?:ta|ấy)|họ|tôi|chúng (?:tôi|ta)|đó là|đây là|không ai)(?!\w)"
)
_NEXT_CLAUSE = re.compile(r",(?:\s(?:và|bởi|vì|nhưng|song))?$")
_TAKES_A_NOUN = Ending(
    """
    với, cho, của, về, bởi, là, như, và, bằng, từ, trong, trước, vào, tới, đến, tiến hành, ban hành, hiện tượng,
    không còn, người, quyết tâm
    """,
    after="",
)
"""Words behind which a part of a sentence is no clause of somebody's own."""

_SAYS_MORE = re.compile(
    r"(?:không|chưa|chẳng|đã|sẽ|đang|vẫn|chỉ|cần|phải|được|bị|là|để|nhằm|tránh|mà|gây|khiến|làm)(?!\w)", re.IGNORECASE
)
"""What begins with these says more of somebody named before."""

_PREDICATE = re.compile(r"(?<!\w)(?:không|chưa|chẳng|đã|sẽ|đang|vẫn|cần|phải|là|có|cũng|luôn|đều|hoàn toàn|còn)(?!\w)")
"""Words that stand before a verb or are one, as a noun by itself has none."""

_FOR = Ending("để, nhằm, lý do, lí do, mục đích", after="")
"""Words behind which what somebody does something for stands, which is the reporter's (``với lý do``)."""

_PURPOSE = re.compile(r"(?:để|nhằm)(?!\w)")


def may_be_own(text: str, said: str) -> bool:
    """Whether it is worth while to look closely at what leads into a passage in small letters."""
    words = len(said.split())
    return (
        words >= _FEWEST_WITH_PREDICATE
        or bool(BEGINS_CLAUSE.match(said))
        or (words >= _FEWEST_BEHIND_SIGN and _is_next_clause(text, said))
    )


def is_own(text: str, head: str, said: str) -> bool:
    """Whether a passage in small letters is a clause, or the most of one, behind a text; ``head`` is that without its
    last signs."""
    words = len(said.split())
    if words >= _FEWEST_BEHIND_SIGN and _is_next_clause(text, said):
        return True
    if words >= _FEWEST_WITH_PREDICATE and PLAINLY_SAID.search(head):
        return True  # however it is built in: few phrases are so long, and the sentence says that somebody speaks
    is_clause = words >= FEWEST_OF_CLAUSE and BEGINS_CLAUSE.match(said)
    says_something = words >= _FEWEST_WITH_PREDICATE and not text.endswith(",") and _PREDICATE.search(said)
    if _TAKES_A_NOUN.ends(head) or _PURPOSE.match(said) or (_FOR.ends(head) and not is_clause):
        return False
    return bool(is_clause or says_something)


def _is_next_clause(text: str, said: str) -> bool:
    """Whether what follows a text is a clause of its own, and no more of what is said of the clause before."""
    return bool(_NEXT_CLAUSE.search(text[-_LONGEST_JOINT:])) and not _SAYS_MORE.match(said)
