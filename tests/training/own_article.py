"""An annotated article of our own, as events/train.jsonl has them, and its words as the tokenizer gives them."""

from __future__ import annotations

import re
from typing import Any

from factcli.tokens.sentences import TokenSentence
from factcli.tokens.tokens import Token
from training.articles import article_example
from training.examples import Example

TITLE = "Pasar Tuban Terbakar"
BODY = "Pasar di Tuban terbakar pada 3 Mei 2021. Siti Aminah membangunnya sejak 2019 hingga 2020."
TEXT = f"{TITLE}\n{BODY}"
CLITIC = "nya"


def span(text: str, within: str = BODY) -> dict[str, Any]:
    """Where `text` first stands in the title or the body."""
    start = TEXT.index(within) + within.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def event(trigger: dict[str, Any], **other: Any) -> dict[str, Any]:
    """An event that is marked with what is given, else with nothing."""
    row: dict[str, Any] = {
        "alt_triggers": [],
        "class": "OCCURRENCE",
        "status": "actual",
        "dates": [],
        "rel": None,
        "timeline": True,
    }
    return {"trigger": trigger, **row, "agents": [], "patients": [], "places": [], "same": None, **other}


def date(text: str, value: str, first: str, last: str) -> dict[str, Any]:
    """A marked date expression."""
    return {**span(text), "type": "DATE", "value": value, "mod": None, "earliest": first, "latest": last}


ROW: dict[str, Any] = {
    "id": "own",
    "title": TITLE,
    "text": TEXT,
    "published": "2021-05-04",
    "dates": [
        date("3 Mei 2021", "2021-05-03", "2021-05-03", "2021-05-03"),
        date("2019", "2019", "2019-01-01", "2019-12-31"),
        date("2020", "2020", "2020-01-01", "2020-12-31"),
    ],
    "entities": [
        {"id": "e7", "label": "LOC", "mentions": [span("Pasar Tuban", TITLE), span("Tuban", TITLE), span("Tuban")]},
        {"id": "e2", "label": "PER", "mentions": [span("Siti Aminah")]},
    ],
    "events": [
        event(span("membangunnya"), dates=[span("2019"), span("2020")], rel="since", agents=["e2"], places=["e7"]),
        event(span("terbakar"), dates=[span("3 Mei 2021")], places=["e7"], same="n1", alt_triggers=[span("Pasar")]),
    ],
    "undated": [event(span("Terbakar", TITLE), main=True, same="n1", places=["e7"])],
}


def sentences() -> list[TokenSentence]:
    """The sentences of the article; `membangunnya` is a token of two words."""
    found, start = [], 0
    for number, line in enumerate(re.split(r"(?<=\.) |\n", TEXT)):
        place = TEXT.index(line, start)
        start = place + len(line)
        tokens = [_token(place + match.start(), place + match.end()) for match in re.finditer(r"\w+|[^\w\s]", line)]
        found.append(TokenSentence(tokens, "title" if number == 0 else "body"))
    return found


def _token(start: int, end: int) -> Token:
    inside = end - len(CLITIC)
    several = TEXT[start:end].endswith(CLITIC) and inside > start
    return Token(start, end, ((start, inside), (inside, end)) if several else ((start, end),))


def own_example() -> Example:
    """The article as an example to learn from."""
    return article_example(ROW, sentences())
