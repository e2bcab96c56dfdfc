"""Facts to save: one article made by hand, and any that could be."""

from __future__ import annotations

from hypothesis import strategies as st

from factcli.schema import (
    DateExpression,
    Entity,
    Event,
    Facts,
    Mention,
    Published,
    Sentence,
    TimelineEntry,
    Trigger,
    When,
)

JULY = When(value="2020-07", earliest="2020-07-01", latest="2020-07-31", date="t1")


def article(name: str = "pasar", text: str = "Siti Aminah membuka pasar di Solo pada Juli 2020.") -> Facts:
    """The facts of an article in which somebody opens a market."""
    return Facts(
        id=name,
        source="Contoh",
        title="Pasar Dibuka",
        published=Published(value="2020-08-01", basis="text", start=40, end=49),
        text=text,
        sentences=[Sentence(start=0, end=len(text))],
        entities=[
            Entity(id="e1", label="PER", name="Siti Aminah", mentions=[Mention(start=0, end=11, text="Siti Aminah")]),
            Entity(id="e2", label="LOC", name="Solo", kb_id="Q1", ids={"wikidata": "Q1"}, lat=-7.5, lon=110.8),
        ],
        dates=[DateExpression(id="t1", start=39, end=48, text="Juli 2020", type="DATE", value="2020-07")],
        events=[
            Event(
                id="v1",
                trigger=Trigger(start=12, end=19, text="membuka", lemma="buka"),
                class_="OCCURRENCE",
                type="opening",
                when=JULY,
                agents=["e1"],
                places=["e2"],
                summary="Siti Aminah membuka pasar di Solo",
            )
        ],
        timeline=[TimelineEntry(when=JULY, events=["v1"], summary="Siti Aminah membuka pasar di Solo")],
    )


# Everything that a JSON string can hold, NUL and lone surrogates too.
TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
OFFSET = st.integers(0, 2**40)
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False)
DAY = st.none() | st.dates().map(lambda day: day.isoformat())


def _codes(letter: str) -> st.SearchStrategy[list[str]]:
    return st.integers(0, 3).map(lambda number: [f"{letter}{index}" for index in range(1, number + 1)])


def _when(dates: list[str]) -> st.SearchStrategy[When | None]:
    date = st.none() | st.sampled_from(dates) if dates else st.none()
    return st.none() | st.builds(When, value=st.none() | TEXT, earliest=DAY, latest=DAY, date=date)


def _some(codes: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(codes), max_size=3) if codes else st.just([])


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Any facts that name only what they hold."""
    entities, dates, events = (draw(_codes(letter)) for letter in "etv")
    when, some = _when(dates), _some(entities)
    mention = st.builds(Mention, start=OFFSET, end=OFFSET, text=TEXT)
    trigger = st.builds(Trigger, start=OFFSET, end=OFFSET, text=TEXT, lemma=TEXT)
    entity = {"ids": st.dictionaries(TEXT, TEXT, max_size=2), "lat": NUMBER, "lon": NUMBER, "score": NUMBER}
    return draw(
        st.builds(
            Facts,
            id=TEXT,
            source=st.none() | TEXT,
            title=st.none() | TEXT,
            published=st.builds(Published, value=DAY, start=st.none() | OFFSET, end=st.none() | OFFSET),
            text=TEXT,
            sentences=st.lists(st.builds(Sentence, start=OFFSET, end=OFFSET), max_size=3),
            entities=st.tuples(
                *(
                    st.builds(Entity, id=st.just(code), name=TEXT, mentions=st.lists(mention, max_size=2), **entity)
                    for code in entities
                )
            ).map(list),
            dates=st.tuples(
                *(
                    st.builds(DateExpression, id=st.just(code), start=OFFSET, end=OFFSET, text=TEXT, earliest=DAY)
                    for code in dates
                )
            ).map(list),
            events=st.tuples(
                *(
                    st.builds(
                        Event,
                        id=st.just(code),
                        trigger=trigger,
                        class_=st.sampled_from(["OCCURRENCE", "REPORTING"]),
                        when=when,
                        agents=some,
                        patients=some,
                        places=some,
                        reported_by=some,
                        sentence=OFFSET,
                        score=NUMBER,
                        summary=TEXT,
                    )
                    for code in events
                )
            ).map(list),
            timeline=st.lists(st.builds(TimelineEntry, when=when, events=_some(events), summary=TEXT), max_size=2),
        )
    )
