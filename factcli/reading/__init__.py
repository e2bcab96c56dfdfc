"""The first step: bytes become articles, or, if they hold facts of an earlier run, those facts.

`read_articles` and `read_facts` go on after bad input: what cannot be read comes out as an `Unreadable` in its place
among the rest, which is not affected.
"""

from factcli.reading.articles import read_articles
from factcli.reading.days import parse_day
from factcli.reading.facts import is_facts, read_facts
from factcli.reading.language import INDONESIAN, language_name
from factcli.reading.problems import Converted, ReadingError, Unreadable

__all__ = [
    "INDONESIAN",
    "Converted",
    "ReadingError",
    "Unreadable",
    "is_facts",
    "language_name",
    "parse_day",
    "read_articles",
    "read_facts",
]
