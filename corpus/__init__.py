"""What does this page say? Page bytes to an ``Article``."""

from corpus.article import Article, Quotation, QuotationKind
from corpus.errors import CorpusError, TimbaoError
from corpus.pages import PageFile, Skipped
from corpus.readers import READER_VERSION, SUFFIXES, find_pages, read_page, read_paths

__all__ = [
    "READER_VERSION",
    "SUFFIXES",
    "Article",
    "CorpusError",
    "PageFile",
    "Quotation",
    "QuotationKind",
    "Skipped",
    "TimbaoError",
    "find_pages",
    "read_page",
    "read_paths",
]
