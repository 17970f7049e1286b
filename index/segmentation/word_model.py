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

import os.path
import pickle
import struct
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from index.errors import MissingModelError

_NOT_A_MODEL = (pickle.UnpicklingError, struct.error)

_FIRST, _INSIDE = "B_W", "I_W"
"""The model's labels: a word's first syllable, and any other."""


class WordModel(NamedTuple):
    """The weights of the model, and the dictionary. A pair is (for a word's first syllable, for one inside).

    ``weights`` are those of attributes by name, ``transitions[a][b]`` that of label b behind label a, 0 for a first
    syllable and 1 for one inside. ``words`` is the dictionary in order, with a space between syllables.
    """

    weights: Mapping[str, tuple[float, float]]
    transitions: tuple[tuple[float, float], tuple[float, float]]
    words: Sequence[str]

    def weight(self, attribute: str) -> tuple[float, float]:
        """The pair of an attribute, zeros for one that the model does not know. A name ends at a NUL, as in C."""
        return self.weights.get(attribute.partition("\0")[0], (0.0, 0.0))

    def is_word(self, syllables: str) -> bool:
        """Whether the dictionary has a word."""
        at = bisect_left(self.words, syllables)
        return at < len(self.words) and self.words[at] == syllables

    def words_from(self, first: str) -> Sequence[str]:
        """The dictionary's words of two syllables or more that begin with a syllable."""
        after_space = chr(ord(" ") + 1)
        return self.words[bisect_left(self.words, first + " ") : bisect_left(self.words, first + after_space)]


def load_model() -> WordModel:
    """The model of the installed pyvi. Raises ``MissingModelError`` where it is not there or not as expected.

    Looking words up in the sorted list spares 20 ms of building sets of them; with all of it done in 15 ms, keeping the
    model in a cache of ours would spare less than finding that cache takes.
    """
    package = find_spec("pyvi")
    try:
        if package is None or not package.submodule_search_locations:
            raise FileNotFoundError("pyvi is not installed")
        folder = os.path.join(package.submodule_search_locations[0], "models")
        words = _read(folder, "words.txt").decode("utf-8").split("\n")
        weights, transitions = _parsed(_model_file(_read(folder, "pyvi3.pkl")))
    except (OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, *_NOT_A_MODEL) as error:
        raise MissingModelError(reason=error) from error
    return WordModel(weights, transitions, sorted(words))


def _read(folder: str, name: str) -> bytes:
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


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


def _parsed(content: bytes) -> tuple[dict[str, tuple[float, float]], tuple[tuple[float, float], tuple[float, float]]]:
    features, labels, attributes = struct.unpack_from("<3I", content, 28)
    names = _names(content, attributes)
    kinds = _names(content, labels)
    if sorted(kinds) != [_FIRST, _INSIDE]:
        raise ValueError(f"labels {kinds}")
    of_label: tuple[dict[int, float], dict[int, float]] = ({}, {})
    transitions = [[0.0, 0.0], [0.0, 0.0]]
    inside = kinds.index(_INSIDE)
    (count,) = struct.unpack_from("<I", content, features + 8)
    rows = struct.iter_unpack("<3Id", content[features + 12 : features + 12 + 20 * count])
    for kind, source, label, weight in rows:
        if kind == 0:
            of_label[label == inside][source] = weight
        else:
            transitions[source == inside][label == inside] = weight
    (bb, bi), (ib, ii) = transitions
    first_of, inside_of = (found.get for found in of_label)
    weights = {name: (first_of(number, 0.0), inside_of(number, 0.0)) for number, name in enumerate(names)}
    return weights, ((bb, bi), (ib, ii))


def _names(content: bytes, chunk: int) -> list[str]:
    count, table = struct.unpack_from("<2I", content, chunk + 16)
    records = [chunk + offset for offset in struct.unpack_from(f"<{count}I", content, chunk + table)]
    head = struct.Struct("<2I").unpack_from
    heads = [head(content, record) for record in records]
    if [number for number, _ in heads] != list(range(count)):
        raise ValueError("names that are not in order")
    return [
        content[record + 8 : record + 7 + length].decode("utf-8")
        for record, (_, length) in zip(records, heads, strict=True)
    ]
