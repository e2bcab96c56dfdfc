"""Articles with sentences left out: what is marked stays on its words, and what the marks need stays in."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from factcli.events.features import DateFeatures, MentionFeatures, Place
from factcli.events.paths import WordTree
from training.examples import NOTHING, EventLabels, Events, Example, Word
from training.thinning import thinned

# A headline; a sentence with a date; two without, of which the second names somebody and reports an event.
SENTENCES = ("Pasar Roboh", "Pasar roboh Senin .", "Langit cerah .", "Siti menangis .")


def article() -> Example:
    """Four sentences: the news is dated by the second, the last reports what followed."""
    words: list[Word] = []
    places: list[Place] = []
    heads: list[int] = []
    relations: list[str] = []
    for number, sentence in enumerate(SENTENCES):
        first = len(words)
        for text in re.findall(r"\S+", sentence):
            places.append(Place(len(words), number, number == 0))
            words.append(Word(text))
            heads.append(first)
            relations.append("dep")
    at = {word.text: number for number, word in enumerate(words)}

    def event(word: str, main: bool) -> EventLabels:
        return EventLabels(at[word], True, 0, 0, True, main, 0, NOTHING, 0, {0: 1} if word == "menangis" else {}, None)

    siti = at["Siti"]
    marks = Events(
        events=[event("roboh", True), event("menangis", False)],
        alternatives=frozenset({at["cerah"]}),
        opening=2,
        dates=[(at["Senin"], at["Senin"])],
        date_features=[DateFeatures(places[at["Senin"]], 1, 1, True, ("2024-05-13", "2024-05-13"))],
        mentions=[(siti, siti, 0)],
        mention_features=[MentionFeatures(places[siti], 0)],
        entities=1,
        places=places,
        tree=WordTree(heads, relations),
        likely=[float(word.text == "menangis") for word in words],
    )
    return Example(words, id="a", title=2, names=[(siti, siti, 0)], events=marks)


@given(st.floats(0, 1), st.integers(0, 999))
def test_what_is_marked_stays_on_its_words(odds: float, seed: int) -> None:
    whole, shown = article(), thinned(article(), odds, Random(seed))
    marks, before = shown.events, whole.events
    assert marks is not None and before is not None
    texts = [word.text for word in shown.words]
    assert texts[:6] == [word.text for word in whole.words[:6]], "headline, date and news stay"
    assert [place.word for place in marks.places] == list(range(len(texts)))
    assert [place.sentence for place in marks.places] == sorted(place.sentence for place in marks.places)
    assert len({place.sentence for place in marks.places}) == marks.places[-1].sentence + 1
    assert [texts[event.word] for event in marks.events] == [word for word in ("roboh", "menangis") if word in texts]
    assert [texts[first] for first, _ in marks.dates] == ["Senin"]
    assert [one.place for one in marks.date_features] == [marks.places[first] for first, _ in marks.dates]
    assert [texts[first] for first, _, _ in marks.mentions] == [word for word in ("Siti",) if word in texts]
    assert [texts[first] for first, _, _ in shown.names] == [word for word in ("Siti",) if word in texts]
    assert {texts[word] for word in marks.alternatives} == {"cerah"} & set(texts)
    assert [text for text, likely in zip(texts, marks.likely, strict=True) if likely] == [
        text for text in texts if text == "menangis"
    ]
    assert marks.tree is not None
    for word, head in enumerate(marks.tree.heads):
        assert marks.places[head].sentence == marks.places[word].sentence


def test_at_no_odds_an_article_stays_as_it_is_and_at_certain_ones_the_rest_goes() -> None:
    assert thinned(article(), 0.0, Random(0)) == article()
    shown = thinned(article(), 1.0, Random(0))
    assert " ".join(word.text for word in shown.words) == "Pasar Roboh Pasar roboh Senin ."
    assert shown.events is not None and [event.main for event in shown.events.events] == [True]


def test_sentences_without_marked_events_are_not_thinned() -> None:
    bare = Example([Word("Hujan"), Word("turun")])
    assert thinned(bare, 1.0, Random(0)) is bare
