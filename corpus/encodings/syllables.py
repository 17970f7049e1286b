"""Is a run of letters a Vietnamese syllable? Onset, rhyme and tone, each by the rules of spelling.

Narrower than what people write (``Đắk`` and slips such as ``vịêt`` are none), because it is asked whether a whole page
reads as Vietnamese: a wrong reading makes letters that look the part, and hardly ever whole syllables.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ".split()
_WITHOUT_TONE = str.maketrans({toned: vowel[0] for vowel in _VOWELS for toned in vowel[1:]})
_WITH_TONE = frozenset(toned for vowel in _VOWELS for toned in vowel[1:])
_BEFORE_STOPS = frozenset(vowel[at] for vowel in _VOWELS for at in (2, 5))  # acute and dot below

_PARTS = re.compile(
    "(ngh|ng|nh|gh|gi(?=[aăâeoôơuư])|qu(?=[aăâeêiôơy])|ch|kh|ph|th|tr|[bcdđghklmnpqrstvx]|)(([aăâeêioôơuưy]+).*)"
)
_RHYMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uân uâng uât uây
    uê uêch uênh uơ uy uya uych uynh uyt uyu uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
    """.split()
)
_BEHIND_QU = _RHYMES | frozenset("ych ynh yt".split())
_EITHER_PLACE = ("oa", "oe", "uy")  # hòa and hoà, khỏe and khoẻ, thủy and thuỷ
_LONGEST = 7  # nghiêng


@lru_cache(maxsize=1 << 14)
def is_syllable(letters: str) -> bool:
    """Whether letters, small ones and composed, spell a syllable as a dictionary would."""
    if len(letters) > _LONGEST:
        return False
    parts = _PARTS.fullmatch(letters.translate(_WITHOUT_TONE))
    if parts is None:
        return False
    onset, rhyme, vowels = parts.groups()
    if rhyme not in (_BEHIND_QU if onset == "qu" else _RHYMES) or not _go_together(onset, rhyme):
        return False
    toned = [at for at, letter in enumerate(letters) if letter in _WITH_TONE]
    if not toned:
        return rhyme[-1] not in "cpt" and not rhyme.endswith("ch")
    if len(toned) > 1 or toned[0] - len(onset) not in _tone_places(rhyme, vowels):
        return False
    stop = rhyme[-1] in "cpt" or rhyme.endswith("ch")
    return not stop or letters[toned[0]] in _BEFORE_STOPS


def _go_together(onset: str, rhyme: str) -> bool:
    """Whether spelling lets the two stand together: k, gh and ngh before e, ê, i and y alone, c and ng elsewhere."""
    front = rhyme[0] in "eêiy"
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rhyme[0] == "i"
    if rhyme[0] == "y":
        return onset in ("", "qu") or (rhyme == "y" and onset in ("h", "l", "m", "s", "t", "v"))
    return onset != "q"


def _tone_places(rhyme: str, vowels: str) -> tuple[int, ...]:
    """Where in a rhyme the tone may stand: on the last vowel with a mark, else before the last one that ends it."""
    for at in reversed(range(len(vowels))):
        if vowels[at] in "ăâêôơư":
            return (at,)
    if len(vowels) == 1 or len(vowels) == 3:
        return (len(vowels) // 2,)
    if rhyme != vowels:
        return (1,)
    return (0, 1) if rhyme in _EITHER_PLACE else (0,)
