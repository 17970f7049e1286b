"""Our two ways of segmentation against pyvi's own: the same words, and how much sooner.

    python -m tests.bench.segmentation DATA [--most N]

Title, lead and paragraphs of every article are segmented by pyvi, by ours one text at a time, and by ours in bulk; a
block of articles each in turn, so that a machine whose speed drifts is fair to all. The first articles are slower than
the rest, as every piece is new; use some thousands. Prints the number of texts, pieces and differences, the speed of
each way and its ratio to pyvi's; then, each in a process of its own, how long it takes to begin and how much memory it
needs at most. ``underthesea`` is timed too where it is installed; its words are other words. Ends with status 1 where
ours differ from pyvi's.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from tempfile import NamedTemporaryFile

from corpus.article import Article
from corpus.readers import read_paths
from index.segmentation.pieces import PIECE

BLOCK = 100
"""Articles that one way does before the next has its turn."""

STARTS = 9
"""Times that a process is started; the quickest counts."""

Tokenize = Callable[[Sequence[str]], list[str]]

ONE = "from index.segmentation.word_model import load_model\nfrom index.segmentation.one_text import PieceSegmenter\n"
MANY = "from index.segmentation.word_model import load_model\nfrom index.segmentation.many_texts import BulkSegmenter\n"


def texts(data: str) -> Iterator[str]:
    """Title, lead and paragraphs of each article, a line each."""
    for found in read_paths([data]):
        if isinstance(found, Article):
            yield "\n".join((found.title, found.lead or "", *found.paragraphs))


def ways() -> dict[str, Tokenize]:
    """Each way by its name; pyvi's is the first."""
    from index.segmentation.many_texts import BulkSegmenter, blocks
    from index.segmentation.one_text import PieceSegmenter
    from index.segmentation.word_model import load_model

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the model was pickled by an older scikit-learn
        from pyvi.ViTokenizer import tokenize
    model = load_model()
    one, many, rows = PieceSegmenter(model), BulkSegmenter(model), BulkSegmenter(model)

    def row_by_row(block: Sequence[str]) -> list[str]:
        for part in blocks([unicodedata.normalize("NFC", text) for text in block]):
            rows.row(part)
        return []

    found: dict[str, Tokenize] = {
        "pyvi": lambda block: [tokenize(text) for text in block],
        "ours, one text at a time": lambda block: [one.tokenize(text) for text in block],
        "ours, in bulk": many.tokenize,
        "ours, in bulk, numbers only": row_by_row,
    }
    if find_spec("underthesea"):
        word_tokenize = import_module("underthesea").word_tokenize
        found["underthesea"] = lambda block: [word_tokenize(text, format="text") for text in block]
    return found


def compare(all_texts: Iterator[str]) -> int:
    """Segments all texts every way, prints what came of it, and returns the number of texts that differ."""
    tokenizers = ways()
    seconds = dict.fromkeys(tokenizers, 0.0)
    count = pieces = wrong = 0
    while block := list(islice(all_texts, BLOCK)):
        found = {}
        for name, tokenize in tokenizers.items():
            began = time.perf_counter()
            found[name] = tokenize(block)
            seconds[name] += time.perf_counter() - began
        count += len(block)
        pieces += sum(len(PIECE.findall(unicodedata.normalize("NFC", text))) for text in block)
        ours = found["ours, one text at a time"], found["ours, in bulk"]
        for text, *answers in zip(block, found["pyvi"], *ours, strict=True):
            if len(set(answers)) > 1:
                wrong += 1
                print("differs:", text[:80])
    print(f"{count:,} texts, {pieces:,} pieces, {wrong} differ")
    for name, taken in seconds.items():
        print(f"{name:28} {pieces / taken:12,.0f} pieces a second {seconds['pyvi'] / taken:6.1f} times pyvi")
    return wrong


def start(program: str) -> float:
    """Seconds of a process that runs a program; the best of several."""
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True)
        times.append(time.perf_counter() - began)
    return min(times)


def memory(program: str) -> int:
    """The most memory that a program needs, in megabytes. (``ru_maxrss`` would count this process, too.)"""
    report = "\nprint(open('/proc/self/status').read())"
    run = [sys.executable, "-W", "ignore", "-c", program + report]
    status = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--most", type=int, help="stop after so many articles")
    arguments = parser.parse_args()
    wrong = compare(islice(texts(arguments.data), arguments.most))
    bare = start("pass")
    for name, program in (
        ("ours, one text", ONE + "PieceSegmenter(load_model()).tokenize('học sinh')"),
        ("ours, in bulk", MANY + "BulkSegmenter(load_model()).tokenize(['học sinh'])"),
        ("pyvi", "from pyvi.ViTokenizer import tokenize; tokenize('học sinh')"),
    ):
        print(f"{name:28} begins {1000 * (start(program) - bare):6.0f} ms after bare Python")
    with NamedTemporaryFile("w", encoding="utf-8") as file:
        file.writelines(json.dumps(text) + "\n" for text in islice(texts(arguments.data), arguments.most))
        file.flush()
        over = f"\nimport json\nfor line in open({file.name!r}): "
        for name, program in (
            ("reading the texts", over + "json.loads(line)"),
            ("ours, one text", ONE + "one = PieceSegmenter(load_model())" + over + "one.tokenize(json.loads(line))"),
            (
                "ours, in bulk",
                MANY
                + "many, block = BulkSegmenter(load_model()), []"
                + over
                + f"block.append(json.loads(line)); len(block) < {BLOCK} or many.tokenize(block) and block.clear()"
                + "\nmany.tokenize(block)",
            ),
        ):
            print(f"{name:28} {memory(program):6} MB at most")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
