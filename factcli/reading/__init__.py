"""The first step: bytes become articles (or, where they are facts already, facts again).

`read_articles` and `read_facts` tell good input from bad line by line: what cannot be read comes out as an
`Unreadable`, in its place among the rest, and costs nothing of the rest.
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
