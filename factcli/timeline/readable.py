"""How well an account's summary reads alone: whole, and understood without the article.

`readable.json` holds the weights of a logistic regression; `python -m training.readable` fits them to what editors said
of the entries of raw news: which of them nobody understands alone, and which are cut.
"""

from __future__ import annotations

import functools
import math
import re
from pathlib import Path
from typing import Any

from factcli.tables import read_table
from factcli.timeline.account import Account
from factcli.timeline.regression import Features, log_odds
from factcli.timeline.words import WORD

PATH = Path(__file__).with_name("readable.json")
WORDS = Path(__file__).with_name("readable.toml")
QUOTES = frozenset('"“”«»„')
# A full stop behind three letters at least, and a capital behind it: not that of `dr. Sinta`, `No. 5`.
INNER_END = re.compile(r"\w{3}[.?!] [A-Z]")
# In words: a summary of fewer is short, one of more long, and so many are its beginning.
SHORT, LONG, BEGINNING = 6, 28, 5
# More names than this say no more.
MOST_NAMES = 3


@functools.cache
def words(table: str) -> frozenset[str]:
    """The words in a table of `readable.toml`."""
    return frozenset(read_table(WORDS)[table]["words"])


def examples() -> list[dict[str, str]]:
    """Pairs of summaries of which one is better understood alone."""
    tables: list[dict[str, Any]] = list(read_table(WORDS).values())
    return [example for table in tables for example in table["examples"]]


def readable_of(account: Account) -> float:
    """The log odds that a reader understands an account's summary without its article."""
    return log_odds(PATH, features_of(account))


def features_of(account: Account) -> Features:
    """What the summary of an account is like."""
    summary = account.event.summary
    said = WORD.findall(summary.casefold())
    return {
        "points back": any(word in words("pointing") for word in said),
        "points back at once": any(word in words("pointing") for word in said[:BEGINNING]),
        "pronoun": any(word in words("pronouns") for word in said),
        "quotation": any(letter in QUOTES for letter in summary),
        "names": min(account.names_in_summary, MOST_NAMES),
        "no name": account.names_in_summary == 0,
        "number": any(word[0].isdigit() for word in said),
        "length": math.log1p(len(said)),
        "short": len(said) < SHORT,
        "long": len(said) > LONG,
        "several sentences": INNER_END.search(summary) is not None,
        "left hanging": bool(said) and said[-1] in words("hanging"),
    }
