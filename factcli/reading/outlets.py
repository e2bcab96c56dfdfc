"""The outlets whose name opens or signs an article."""

from __future__ import annotations

import csv
import functools
import re
from pathlib import Path

# A site that the list does not know is still told by its address.
_SITE = r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\. ?(?i:com|co|net|org|id|tv|news|info)(?:\. ?(?i:id|uk|my|au))?"


@functools.cache
def outlet_pattern() -> str:
    """Return a regular expression for the name or the address of an outlet, the longest reading first."""
    forms = sorted(_names(), key=len, reverse=True)
    # Some editors leave a space after the dot of the address.
    known = "|".join(re.escape(form).replace(r"\.", r"\. ?").replace(r"\ ", " ") for form in forms)
    return rf"(?<!\w)(?:(?i:{known})|{_SITE})(?!\w)"


def outlet_name(form: str) -> str:
    """Return the outlet's name for a form of it found in a text; an unknown site is its own name."""
    return _names().get(_folded(form), form)


def is_outlet(form: str) -> bool:
    """Tell whether this is the name or the address of an outlet that the list knows."""
    return _folded(form) in _names()


@functools.cache
def _names() -> dict[str, str]:
    with Path(__file__).with_name("outlets.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    return {_folded(form): row["name"] for row in rows for form in row["forms"].split("|")}


def _folded(form: str) -> str:
    return form.casefold().replace(". ", ".")
