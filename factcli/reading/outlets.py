"""The outlets whose name opens or signs an article."""

from __future__ import annotations

import csv
import functools
import re
from pathlib import Path
from urllib.parse import urlsplit

# A site that is not in the list is still recognised by its address.
_SITE = r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\. ?(?i:com|co|net|org|id|tv|news|info)(?:\. ?(?i:id|uk|my|au))?"

_WWW = re.compile(r"(?:www|m|amp|mobile)\.")
# Here a domain has three parts.
_SECOND_LEVELS = (".co.id", ".or.id", ".go.id", ".ac.id", ".web.id", ".my.id", ".sch.id", ".net.id", ".desa.id")


def domain_of(url: str) -> str | None:
    """Return the domain that a site is known by (`kompas.com` of `https://regional.kompas.com/read/1`), or None."""
    try:
        address = urlsplit(url.strip())
        host = _WWW.sub("", address.hostname or "")
    except ValueError:
        return None
    if address.scheme not in ("http", "https") or "." not in host:
        return None
    return ".".join(host.split(".")[-3 if host.endswith(_SECOND_LEVELS) else -2 :])


def site_of(url: str | None) -> str | None:
    """Return the outlet whose site an address leads to, the site's domain where it is not known, or None."""
    domain = None if url is None else domain_of(url)
    return None if domain is None else outlet_name(domain)


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
    """Return whether this is the name or the address of an outlet that the list knows."""
    return _folded(form) in _names()


@functools.cache
def _names() -> dict[str, str]:
    with Path(__file__).with_name("outlets.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    return {_folded(form): row["name"] for row in rows for form in row["forms"].split("|")}


def _folded(form: str) -> str:
    return form.casefold().replace(". ", ".")
