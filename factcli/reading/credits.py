"""Credits: the lines of an article that are not its text (`credits.toml`)."""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

from factcli.reading.outlets import outlet_name
from factcli.reading.patterns import filled, load

LONGEST_CREDIT = 400
LONGEST_TAIL = 120


class Credit(NamedTuple):
    """Where in its paragraph a credit begins (0: it is all of it), and the article's outlet where it names it.

    `is_caption`: what stands before it says what a picture shows; `opens_list`: headlines of other articles follow;
    `is_invitation`: to read something else.
    """

    start: int
    outlet: str | None
    is_caption: bool = False
    opens_list: bool = False
    is_invitation: bool = False


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    only_in_lead: bool
    names_source: bool
    is_tail: bool
    is_caption: bool
    opens_list: bool
    is_invitation: bool

    def match(self, paragraph: str) -> re.Match[str] | None:
        """Return the credit's match in the paragraph: all of it, or for a tail its end."""
        if self.is_tail:
            return self.pattern.search(paragraph, max(1, len(paragraph) - LONGEST_TAIL))
        return self.pattern.fullmatch(paragraph) if len(paragraph) <= LONGEST_CREDIT else None


def find_credit(paragraph: str, *, in_lead: bool) -> Credit | None:
    """Return the credit that a paragraph is or ends in, or None; `in_lead`: no paragraph of the body has come yet."""
    for rule in _rules():
        if rule.only_in_lead and not in_lead:
            continue
        match = rule.match(paragraph)
        if match is not None:
            outlet = outlet_name(match["outlet"]) if rule.names_source else None
            return Credit(match.start(), outlet, rule.is_caption, rule.opens_list, rule.is_invitation)
    return None


@functools.cache
def _rules() -> list[_Rule]:
    return [_rule(credit) for credit in load("credits.toml")["credit"]]


def _rule(credit: dict[str, Any]) -> _Rule:
    is_tail = credit.get("tail", False)
    pattern = filled(credit["pattern"], {}) + (r"\Z" if is_tail else "")
    return _Rule(
        pattern=re.compile(pattern, re.IGNORECASE),
        only_in_lead=credit.get("lead", False),
        names_source=credit.get("source", False),
        is_tail=is_tail,
        is_caption=credit.get("caption", False),
        opens_list=credit.get("opens", False),
        is_invitation=credit.get("invitation", False),
    )
