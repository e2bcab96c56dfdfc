"""Whatever two tellings are the same find each other by a clue, and an article of thousands of events costs no more."""

from __future__ import annotations

from itertools import combinations

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

from factcli.schema import Entity, Event, Facts, Published, Status, Trigger, When
from factcli.timeline import merge_timeline
from factcli.timeline.clues import asked_under, filed_under
from factcli.timeline.happenings import Happening, happenings_of
from factcli.timeline.identities import Identities
from factcli.timeline.likeness import is_same
from factcli.timeline.times import YEAR, days_of

THOUSANDS = 2000
ENTITIES = [
    Entity(id="e1", label="PER", name="Ratna Wulandari"),
    Entity(id="e2", label="PER", name="Bagus Pratama"),
    Entity(id="e3", label="ORG", name="Koperasi Melati"),
    Entity(id="e4", label="LOC", name="Stadion Karang"),
    Entity(id="e5", label="LOC", name="Karang"),
]
TIMES = [
    None,
    When(value="2021-05-03", earliest="2021-05-03", latest="2021-05-03", date="t1"),
    When(value="2021-05-04", earliest="2021-05-04", latest="2021-05-04", date="t2"),
    When(value="2021-W18", earliest="2021-05-03", latest="2021-05-09", date="t3"),
    When(value="2021-05", earliest="2021-05-01", latest="2021-05-31", date="t4"),
    When(value="2021", earliest="2021-01-01", latest="2021-12-31", date="t5"),
    When(value="2021-05-03", earliest="2021-05-03", latest=None, date="t6"),
]
KINDS = [("kunjung", "visit"), ("kunjung", None), ("temu", "visit"), ("celaka", "accident"), ("buat", None)]
people, places = st.sets(st.sampled_from(["e1", "e2", "e3"])), st.sets(st.sampled_from(["e4", "e5"]))


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An event as the pipeline might give it, of few words, people, places and times, so that many are alike."""
    lemma, kind = draw(st.sampled_from(KINDS))
    statuses: list[Status] = ["actual", "planned"]
    return Event(
        id=f"v{draw(st.integers(1, 99))}",
        trigger=Trigger(start=draw(st.integers(0, 99)), end=100, text=lemma, lemma=lemma),
        class_=draw(st.sampled_from(["OCCURRENCE", "REPORTING"])),
        type=kind,
        status=draw(st.sampled_from(statuses)),
        when=draw(st.sampled_from(TIMES)),
        agents=sorted(draw(people)),
        patients=sorted(draw(people)),
        places=sorted(draw(places)),
        sentence=draw(st.integers(0, 1)),
        summary=draw(st.sampled_from(["Hujan", "Hujan deras", "Hujan deras mengguyur pasar"])),
    )


def told(found: list[list[Event]]) -> list[Happening]:
    """The events of each article as the timeline compares them, the shortest times first."""
    articles = [
        Facts(id=str(number), published=Published(value="2021-05-05"), entities=ENTITIES, events=some)
        for number, some in enumerate(found)
    ]
    identities = Identities(articles)
    tellings = [each for n, facts in enumerate(articles) for each in happenings_of(facts, n, "", identities)]
    return sorted(tellings, key=lambda each: days_of(each.event.when) or 10 * YEAR)


@given(st.lists(st.lists(events(), max_size=4), min_size=1, max_size=2))
def test_what_is_the_same_has_a_clue_in_common(found: list[list[Event]]) -> None:
    alone = len(found) == 1
    for earlier, later in combinations(told(found), 2):
        if any(is_same(later, earlier, related=related) for related in (True, False)):
            assert asked_under(later, alone=alone) & filed_under(earlier, alone=alone)


def day_of(count: int, lemma: str, *, sentences: int, one_doer: bool) -> Facts:
    """An article in which so many things happen on one day, all of one kind."""
    kind = "accident" if lemma == "celaka" else "visit"
    entities = [Entity(id=f"e{n}", label="PER", name=f"Warga{n} Nomor{n}") for n in range(count)]
    entities.append(Entity(id="di", label="LOC", name="Karang"))
    happened = [
        Event(
            id=f"v{n}",
            trigger=Trigger(start=n, end=n, text=lemma, lemma=lemma),
            class_="OCCURRENCE",
            type=kind,
            when=TIMES[1],
            agents=["e0" if one_doer else f"e{n}"] if kind == "visit" else [],
            patients=[f"e{n}"] if kind == "accident" or one_doer else [],
            places=["di"] if kind == "visit" else [],
            sentence=n % sentences,
            summary=f"Warga{n} {lemma}",
        )
        for n in range(count)
    ]
    return Facts(id="a", entities=entities, events=happened)


@pytest.mark.parametrize("lemma", ["datang", "celaka"])
@pytest.mark.parametrize("sentences", [1, THOUSANDS])
@pytest.mark.parametrize("one_doer", [False, True])
def test_time_grows_with_the_events_of_a_day_and_not_with_their_square(
    lemma: str, sentences: int, one_doer: bool
) -> None:
    def day(count: int) -> list[Facts]:
        return [day_of(count, lemma, sentences=sentences, one_doer=one_doer)]

    if not one_doer:
        assert len(merge_timeline(day(500))) == 500
    assert_linear(day, merge_timeline, THOUSANDS // 2)
