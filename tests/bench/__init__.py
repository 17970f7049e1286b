"""What is measured, and how well things are done; numpy sorts here as it does in the program."""

from searcher.processor import choose_sorts

choose_sorts()
