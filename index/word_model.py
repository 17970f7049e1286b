"""The word model: pyvi's, read out of its package as data, and nothing in it run.

pyvi keeps its model as a pickle of a scikit-learn estimator that holds a CRFsuite file, and its dictionary as a list
of words. The pickle is read with stand-ins that can build nothing else. The CRFsuite file (``lCRF``, little-endian):

    header       magic "lCRF", size, "FOMC", version, numbers of features, labels and attributes, and the offsets of the
                 chunks: features, labels, attributes, label references, attribute references (32 bits each)
    features     "FEAT", size, count; for each kind (0 of an attribute, 1 of a transition), source, label, weight
                 (a double)
    names        "CQDB", size, flag, byte order, count and offset of the table of records by number; a record is a
                 number, a length, and a name that ends with NUL

http://www.chokkan.org/software/crfsuite/ has the program; the layout is that of ``crf1d_model.c`` and ``cqdb.c``.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.errors import MissingModelError

_NOT_A_MODEL = (pickle.UnpicklingError, struct.error)

_FIRST, _INSIDE = b"B_W", b"I_W"
"""The model's labels: a word's first syllable, and any other."""


@dataclass(frozen=True, slots=True)
class WordModel:
    """The weights of the model. A pair is (for a word's first syllable, for one inside).

    ``weights`` are those of attributes by name, ``transitions[a][b]`` that of label b behind label a, 0 for a first
    syllable and 1 for one inside. ``bigrams`` and ``trigrams`` are the dictionary's words of two and of three
    syllables, with spaces between.
    """

    weights: Mapping[bytes, tuple[float, float]]
    transitions: tuple[tuple[float, float], tuple[float, float]]
    bigrams: frozenset[str]
    trigrams: frozenset[str]

    def weight(self, attribute: str) -> tuple[float, float]:
        """The pair of an attribute, zeros for one that the model does not know. A name ends at a NUL, as in C."""
        return self.weights.get(attribute.encode("utf-8", "surrogatepass").partition(b"\0")[0], (0.0, 0.0))


def load_model() -> WordModel:
    """The model of the installed pyvi. Raises ``MissingModelError`` where it is not there or not as expected."""
    package = find_spec("pyvi")
    try:
        if package is None or not package.submodule_search_locations:
            raise FileNotFoundError("pyvi is not installed")
        folder = Path(package.submodule_search_locations[0], "models")
        words = (folder / "words.txt").read_text("utf-8").split("\n")
        weights, transitions = _parsed(_model_file((folder / "pyvi3.pkl").read_bytes()))
    except (OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, *_NOT_A_MODEL) as error:
        raise MissingModelError(reason=error) from error
    return WordModel(
        weights,
        transitions,
        frozenset(word for word in words if word.count(" ") == 1),
        frozenset(word for word in words if word.count(" ") == 2),
    )


class _StandIn:
    """What any class of the pickle becomes: something that keeps its state and does nothing."""

    def __init__(self, *_: object) -> None:
        self.state: Any = None

    def __setstate__(self, state: object) -> None:
        self.state = state


def _latin_1(text: str, encoding: str) -> bytes:
    if encoding != "latin1":
        raise pickle.UnpicklingError(f"encoding {encoding}")
    return text.encode("latin-1")


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _latin_1 if (module, name) == ("_codecs", "encode") else _StandIn


def _model_file(pickled: bytes) -> bytes:
    import io

    content = _Unpickler(io.BytesIO(pickled)).load().state["modelfile"].state["__FILE_RESOURCE_DATA__"]
    if not isinstance(content, bytes) or content[:4] != b"lCRF":
        raise ValueError("the pickle holds no CRFsuite model")
    return content


def _parsed(
    content: bytes,
) -> tuple[dict[bytes, tuple[float, float]], tuple[tuple[float, float], tuple[float, float]]]:
    features, labels, attributes = struct.unpack_from("<3I", content, 28)
    names = _names(content, attributes)
    kinds = _names(content, labels)
    if sorted(kinds) != [_FIRST, _INSIDE]:
        raise ValueError(f"labels {kinds}")
    weights = {name: [0.0, 0.0] for name in names}
    transitions = [[0.0, 0.0], [0.0, 0.0]]
    (count,) = struct.unpack_from("<I", content, features + 8)
    rows = struct.iter_unpack("<3Id", content[features + 12 : features + 12 + 20 * count])
    for kind, source, label, weight in rows:
        to = kinds[label] == _INSIDE
        if kind == 0:
            weights[names[source]][to] = weight
        else:
            transitions[kinds[source] == _INSIDE][to] = weight
    (bb, bi), (ib, ii) = transitions
    return {name: (first, inside) for name, (first, inside) in weights.items()}, ((bb, bi), (ib, ii))


def _names(content: bytes, chunk: int) -> list[bytes]:
    count, table = struct.unpack_from("<2I", content, chunk + 16)
    names = []
    for number in range(count):
        (record,) = struct.unpack_from("<I", content, chunk + table + 4 * number)
        found, length = struct.unpack_from("<2I", content, chunk + record)
        if found != number:
            raise ValueError(f"name {found} in the place of {number}")
        names.append(content[chunk + record + 8 : chunk + record + 7 + length])
    return names
