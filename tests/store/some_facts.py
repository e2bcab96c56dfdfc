"""Facts to save: one article made by hand, and any that could be."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from factcli.schema import (
    DateExpression,
    Entity,
    Event,
    EventClass,
    Evidence,
    Facts,
    Figure,
    Label,
    Mention,
    Modifier,
    Published,
    Quantity,
    Sentence,
    Statement,
    Status,
    TimelineEntry,
    TimexType,
    Trigger,
    When,
    WhenBasis,
)

NAME = "Siti Aminah"
JULY = When(value="2020-07", earliest="2020-07-01", latest="2020-07-31", date="t1")


def article(name: str = "pasar", text: str = "Siti Aminah membuka pasar di Solo pada Juli 2020.") -> Facts:
    """The facts of an article in which somebody opens a market; of another text, they stand at its beginning."""

    def span(words: str) -> dict[str, Any]:
        start = max(0, text.find(words))
        return {"start": start, "end": min(start + len(words), len(text))}

    return Facts(
        id=name,
        source="Contoh",
        title="Pasar Dibuka",
        published=Published(value="2020-08-01", basis="text", **span("Juli 2020")),
        text=text,
        sentences=[Sentence(start=0, end=len(text))],
        entities=[
            Entity(id="e1", label="PER", name=NAME, mentions=[Mention(**span(NAME), text=NAME)]),
            Entity(id="e2", label="LOC", name="Solo", kb_id="Q1", ids={"wikidata": "Q1"}, lat=-7.5, lon=110.8),
        ],
        dates=[DateExpression(id="t1", **span("Juli 2020"), text="Juli 2020", type="DATE", value="2020-07")],
        events=[
            Event(
                id="v1",
                trigger=Trigger(**span("membuka"), text="membuka", lemma="buka"),
                class_="OCCURRENCE",
                type="opening",
                when=JULY,
                agents=["e1"],
                places=["e2"],
                summary="Siti Aminah membuka pasar di Solo",
            )
        ],
        quantities=[Quantity(id="q1", **span("pasar"), text="40 kios", value=40, low=40, unit="building")],
        timeline=[
            TimelineEntry(
                when=JULY,
                events=["v1"],
                summary="Siti Aminah membuka pasar di Solo",
                figures=[Figure(quantity="q1", unit="building", value=40, low=40, published="2020-08-01")],
            )
        ],
    )


# Everything that a JSON string can hold, NUL and lone surrogates too.
TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
AMOUNT = st.none() | st.integers(-(10**17), 10**17) | st.floats(-1e17, 1e17)
SCORE = st.none() | st.floats(0, 1)


def _codes(letter: str) -> st.SearchStrategy[list[str]]:
    return st.integers(0, 3).map(lambda number: [f"{letter}{index}" for index in range(1, number + 1)])


def _span(text: str) -> st.SearchStrategy[dict[str, Any]]:
    """A stretch of the text: `start` and `end`."""
    offset = st.integers(0, len(text))
    return st.tuples(offset, offset).map(lambda pair: {"start": min(pair), "end": max(pair)})


def _days() -> st.SearchStrategy[dict[str, Any]]:
    """`earliest` and `latest`, each of which may be unknown."""
    day = st.dates().map(lambda day: day.isoformat())
    pair = st.tuples(day, day).map(sorted)
    return st.tuples(pair, st.booleans(), st.booleans()).map(
        lambda drawn: {
            "earliest": drawn[0][0] if drawn[1] else None,
            "latest": drawn[0][1] if drawn[2] else None,
        }
    )


@st.composite
def _when(draw: st.DrawFn, dates: list[str]) -> When | None:
    date = draw(st.none() | st.sampled_from(dates)) if dates else None
    value = draw(st.sampled_from([None, "2020-07", "P3D", "2020-W01-WE", "PRESENT_REF"]))
    basis = draw(st.sampled_from(get_args(WhenBasis)))
    return draw(st.sampled_from([None, When(value=value, date=date, basis=basis, **draw(_days()))]))


def _amounts() -> st.SearchStrategy[dict[str, Any]]:
    """`value`, `low`, `high` and `mod`."""
    mod = st.none() | st.sampled_from(get_args(Modifier))
    return st.fixed_dictionaries({"value": AMOUNT, "low": AMOUNT, "high": AMOUNT, "mod": mod})


def _some(codes: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(codes), max_size=3) if codes else st.just([])


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Any facts that name only what they hold, and make sense."""
    text = draw(TEXT)
    entities, dates, events, quantities = (draw(_codes(letter)) for letter in "etvq")
    some, span = _some(entities), _span(text)
    sentences = [Sentence(**draw(span)) for _ in range(draw(st.integers(0, 3)))]

    def mentions() -> list[Mention]:
        return [Mention(**draw(span), text=draw(TEXT)) for _ in range(draw(st.integers(0, 2)))]

    return Facts(
        id=draw(TEXT),
        source=draw(st.none() | TEXT),
        url=draw(st.none() | TEXT),
        title=draw(st.none() | TEXT),
        published=Published(value=draw(_days())["earliest"], **draw(st.just({}) | span)),
        text=text,
        sentences=sentences,
        entities=[
            Entity(
                id=code,
                label=draw(st.sampled_from(get_args(Label))),
                name=draw(TEXT),
                kb_id=draw(st.none() | TEXT),
                ids=draw(st.dictionaries(TEXT, TEXT, max_size=2)),
                lat=draw(st.none() | st.floats(-90, 90)),
                lon=draw(st.none() | st.floats(-180, 180)),
                country=draw(st.none() | TEXT),
                score=draw(SCORE),
                mentions=mentions(),
            )
            for code in entities
        ],
        dates=[
            DateExpression(
                id=code, text=draw(TEXT), type=draw(st.sampled_from(get_args(TimexType))), **draw(span), **draw(_days())
            )
            for code in dates
        ],
        events=[
            Event(
                id=code,
                trigger=Trigger(**draw(span), text=draw(TEXT), lemma=draw(TEXT)),
                class_=draw(st.sampled_from(get_args(EventClass))),
                type=draw(st.none() | TEXT),
                status=draw(st.sampled_from(get_args(Status))),
                when=draw(_when(dates)),
                agents=draw(some),
                patients=draw(some),
                places=draw(some),
                reported_by=draw(some),
                sentence=draw(st.integers(0, max(0, len(sentences) - 1))),
                same=draw(st.none() | st.sampled_from(events)),
                main=draw(st.booleans()),
                salience=draw(SCORE),
                score=draw(SCORE),
                printable=draw(SCORE),
                summary=draw(TEXT),
            )
            for code in events
        ],
        quantities=[
            Quantity(
                id=code,
                text=draw(TEXT),
                **draw(span),
                **draw(_amounts()),
                unit=draw(TEXT),
                of=draw(st.none() | TEXT),
                event=draw(st.none() | st.sampled_from(events)) if events else None,
            )
            for code in quantities
        ],
        timeline=[
            TimelineEntry(
                when=draw(_when(dates)),
                events=draw(_some(events)),
                summary=draw(TEXT),
                otherwise=[time for time in draw(st.lists(_when(dates), max_size=2)) if time is not None],
                evidence=draw(st.none() | span.map(lambda place: Evidence(document=None, **place))),
                figures=[
                    Figure(
                        quantity=code,
                        unit="person",
                        **draw(_amounts()),
                        published=draw(_days())["latest"],
                        otherwise=[Statement(quantity=code, **draw(_amounts()))],
                    )
                    for code in quantities
                ],
                need=draw(SCORE),
            )
            for _ in range(draw(st.integers(0, 2)))
        ],
    )
