"""Figures on a timeline: those of one event stand together, the latest shown."""

from __future__ import annotations

import msgspec
from facts_of_tests import event, facts, on
from growth import assert_linear

from factcli.schema import Event, Facts, Quantity, Sentence, When
from factcli.timeline import merge_timeline
from factcli.timeline.account import every_account
from factcli.timeline.figures import figures_of
from factcli.timeline.group import Group

MAY_12, MAY_13, MAY_14 = "2024-05-12", "2024-05-13", "2024-05-14"


def quake(id: str = "v1") -> Event:
    return event(id, on(MAY_12), type="disaster", trigger="gempa", agents=(), places=("e2",))


def deaths(id: str = "v2", when: When | None = None, *, main: bool = False) -> Event:
    happened = event(id, when, type="death", trigger="tewas", agents=(), places=())
    return msgspec.structs.replace(happened, main=main)


def toll(value: int, event: str = "v2", of: str = "dead", id: str = "q1", unit: str = "person") -> Quantity:
    return Quantity(
        id=id, start=0, end=2, text=str(value), value=value, low=value, high=value, unit=unit, of=of, event=event
    )


def article(id: str, published: str, *quantities: Quantity, about: Event) -> Facts:
    return msgspec.structs.replace(facts(quake(), about, id=id, published=published), quantities=list(quantities))


def test_the_toll_of_several_days_stands_at_the_disaster_the_latest_first() -> None:
    (entry, *_) = merge_timeline(
        [
            article("c", MAY_14, toll(15), about=deaths(when=on(MAY_12))),
            article("a", MAY_12, toll(11), about=deaths(when=on(MAY_12))),
            article("b", MAY_13, toll(12), about=deaths(when=on(MAY_12))),
        ]
    )
    (figure,) = entry.figures
    assert (figure.of, figure.value, figure.published, figure.quantity) == ("dead", 15, MAY_14, "c#q1")
    assert [(other.value, other.published) for other in figure.otherwise] == [(11, MAY_12), (12, MAY_13)]


def test_a_disaster_told_without_its_day_is_that_of_its_entry() -> None:
    first = article("a", MAY_12, toll(11), about=deaths(when=on(MAY_12)))
    undated = msgspec.structs.replace(quake(), when=None)
    later = msgspec.structs.replace(
        facts(undated, deaths(when=on(MAY_12)), id="b", published=MAY_13), quantities=[toll(15)]
    )
    (entry, *_) = merge_timeline([first, later])
    assert [(figure.value, figure.published) for figure in entry.figures] == [(15, MAY_13)]


def test_what_is_stated_again_is_shown_once() -> None:
    (entry, *_) = merge_timeline(
        [article(name, day, toll(11), about=deaths(when=on(MAY_12))) for name, day in (("a", MAY_12), ("b", MAY_13))]
    )
    (figure,) = entry.figures
    assert (figure.value, figure.published, figure.otherwise) == (11, MAY_13, [])


def test_of_one_article_the_largest_counts_and_its_parts_do_not() -> None:
    parts = (toll(3, id="q1"), toll(11, id="q2"), toll(8, id="q3"))
    (entry, *_) = merge_timeline([article("a", MAY_12, *parts, about=deaths(when=on(MAY_12)))])
    assert [(figure.value, figure.otherwise) for figure in entry.figures] == [(11, [])]


def test_an_exact_figure_says_more_than_a_vague_one_that_it_fits() -> None:
    vague = msgspec.structs.replace(toll(0, id="q1"), text="ratusan", value=None, low=100, high=999)
    for exact, shown in ((384, 384), (12, None)):
        one = article("a", MAY_12, vague, toll(exact, id="q2"), about=deaths(when=on(MAY_12)))
        (entry, *_) = merge_timeline([one])
        assert [(figure.value, figure.low) for figure in entry.figures] == [(shown, shown or 100)]


def test_kinds_stand_apart() -> None:
    kinds = (toll(11), toll(30, of="hurt", id="q2"), toll(9, of="damaged", id="q3", unit="house"))
    (entry, *_) = merge_timeline([article("a", MAY_12, *kinds, about=deaths(when=on(MAY_12)))])
    assert [(figure.of, figure.value) for figure in entry.figures] == [("dead", 11), ("hurt", 30), ("damaged", 9)]


def test_the_news_of_later_days_stands_at_the_disaster() -> None:
    (entry, *_) = merge_timeline([article("a", MAY_14, toll(15), about=deaths(when=on(MAY_14), main=True))])
    assert [figure.value for figure in entry.figures] == [15]


def test_the_dead_of_another_year_do_not() -> None:
    entries = merge_timeline([article("a", MAY_12, toll(4000), about=deaths(when=on("2018-09-28")))])
    figures = {entry.when.value: [figure.value for figure in entry.figures] for entry in entries if entry.when}
    assert figures[MAY_12] == []
    assert figures["2018-09-28"] == [4000]


def test_the_toll_of_the_lead_stands_at_the_disaster_whatever_its_event() -> None:
    loose = msgspec.structs.replace(toll(11), event=None)
    one = article("a", MAY_12, loose, about=deaths(when=on(MAY_12)))
    (entry, *_) = merge_timeline([msgspec.structs.replace(one, sentences=[Sentence(start=0, end=9)])])
    assert [figure.value for figure in entry.figures] == [11]


def test_a_number_of_no_event_stands_nowhere() -> None:
    loose = msgspec.structs.replace(toll(11), event=None)
    entries = merge_timeline([article("a", MAY_12, loose, about=deaths(when=on(MAY_12)))])
    assert all(entry.figures == [] for entry in entries)


def test_of_two_disasters_each_has_its_own_toll() -> None:
    flood = event("v3", on("2024-05-02"), type="disaster", trigger="banjir", agents=(), places=("e3",))
    drowned = msgspec.structs.replace(deaths("v4", on("2024-05-02")), trigger=flood.trigger)
    both = msgspec.structs.replace(
        facts(quake(), deaths(when=on(MAY_12)), flood, drowned, id="a", published=MAY_12),
        quantities=[toll(11), toll(5, event="v4", id="q2")],
    )
    figures = {e.when.value: [f.value for f in e.figures] for e in merge_timeline([both]) if e.when and e.figures}
    assert figures == {MAY_12: [11], "2024-05-02": [5]}


def test_a_toll_is_not_that_of_a_disaster_of_long_ago() -> None:
    [old, new] = merge_timeline([article("a", "2024-06-12", toll(80), about=deaths(when=on("2027-02-03")))])
    assert (old.figures, [figure.value for figure in new.figures]) == ([], [80])


def test_the_tolls_of_a_disaster_take_time_that_grows_with_the_number_of_its_articles() -> None:
    def reported(articles: int) -> tuple[list[Group], list[Facts]]:
        documents = [article(f"d{number}", MAY_12, toll(11), about=quake("v2")) for number in range(articles)]
        return [Group(every_account(documents))], documents

    assert_linear(reported, lambda given: figures_of(*given), 1000)
