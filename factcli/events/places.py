"""Where a happening is told to take place: places that are listed, and those that stand beside its date.

News puts the two together at the end of a clause (`di Depok, Jawa Barat, Rabu (10/3)`), far from the verb, where
parsers lose them; the place is of the happening that the date is of.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from factcli.events.arguments import Arguments, words

LONGEST_WALK = 14
LONGEST_LEAD = 3
COMMA = ","
BRACKETS = frozenset("()")
STOPPING = frozenset({"VERB", "SCONJ", "PUNCT", "SPACE", "CCONJ"})


def places_listed_after(head: Token, arguments: Arguments) -> list[str]:
    """The places behind a place and a comma, as addresses list them: `Sidoarjo, Jawa Timur`."""
    found: list[str] = []
    doc, named = arguments.doc, arguments.named
    place = arguments.last_token(head.i) if head.i in named else head.i
    while place + 2 < len(doc) and doc[place + 1].text == COMMA and place + 2 in named:
        entity = named[place + 2]
        if arguments.label[entity] != "LOC":
            break
        found.append(entity)
        place = arguments.last_token(place + 2)
    if place + 1 < len(doc) and arguments.label.get(named.get(place + 1, "")) == "LOC":
        found.append(named[place + 1])
    return found


def places_beside(date: Span, arguments: Arguments) -> list[str]:
    """The places of the phrase of place that ends where a date begins, else that begins where it ends."""
    return _before(date, arguments) or _behind(date, arguments)


def _before(date: Span, arguments: Arguments) -> list[str]:
    found: list[str] = []
    place = date.start - 1
    first = date.sent.start
    while place >= first and (date.doc[place].text in (COMMA, "(") or date.doc[place].lower_ in words("before_date")):
        place -= 1
    for _ in range(LONGEST_WALK):
        if place < first:
            return []
        token = date.doc[place]
        if token.lower_ in words("venue"):
            return found
        entity = arguments.named.get(place)
        if entity is None and token.text != COMMA and (token.pos_ in STOPPING or token.dep_ == "case"):
            return []
        if entity is not None and entity not in found and _is_venue(token, entity, arguments):
            found.insert(0, entity)
        place -= 1
    return []


def _is_venue(token: Token, entity: str, arguments: Arguments) -> bool:
    """True for a place, and for an institution right behind the preposition of place (`di RSJ Kendari`)."""
    first = token.i
    while first and arguments.named.get(first - 1) == entity:
        first -= 1
    return arguments.label[entity] == "LOC" or (
        arguments.is_venue(entity) and token.doc[first - 1].lower_ in words("venue")
    )


def _behind(date: Span, arguments: Arguments) -> list[str]:
    doc, last = date.doc, date.sent.end
    place = date.end
    while place < last and (doc[place].text == COMMA or doc[place].text in BRACKETS):
        place += 1
    if place >= last or doc[place].lower_ not in words("venue"):
        return []
    for token in doc[place + 1 : min(place + 1 + LONGEST_LEAD, last)]:
        entity = arguments.named.get(token.i)
        if entity is not None:
            venue = [entity] if _is_venue(token, entity, arguments) else []
            return [*venue, *places_listed_after(token, arguments)] if venue else []
        if token.pos_ in STOPPING:
            break
    return []
