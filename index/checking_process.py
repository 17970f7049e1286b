"""A process that looks at parts of segments for another one.

It takes lines of JSON from its standard input, the path of a segment and the name of a part, and gives for each a line
on its standard output, a list of what is wrong there, until the input ends. Where a segment does not open any more it
ends, and the other one has to look itself. Both ends are the same program.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import IO

from index.segment.check import faults_of_part
from index.segment.segment import Segment


def serve(requests: IO[str], replies: IO[str]) -> None:
    """Looks at what is asked for until nothing more is."""
    for request in requests:
        path, part = json.loads(request)
        replies.write(json.dumps(list(faults_of_part(Segment(Path(path), as_it_is=True), part))) + "\n")
        replies.flush()


def main() -> None:
    """Serves on standard input and output, to the end of the process."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # where what a library prints does no harm
    try:
        serve(sys.stdin, replies)
    except OSError:  # the segment is gone, or nobody listens any more
        os._exit(0)
