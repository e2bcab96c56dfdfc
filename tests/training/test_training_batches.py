"""Each pass shows every example once, in batches of one kind, sometimes in another case."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from training.batches import MASK, article_batches, sentence_batches, varied
from training.examples import Example, Tree, Word

LENGTHS = st.lists(st.integers(1, 30), min_size=1, max_size=40)


def sentences(lengths: list[int]) -> list[Example]:
    """Sentences whose words say which they are."""
    return [
        Example(
            [Word(f"{number}.{place}") for place in range(length)],
            names=[(0, 0, 0)],
            trees=[Tree(*([0] * length for _ in range(4)))],
        )
        for number, length in enumerate(lengths)
    ]


@given(LENGTHS, st.integers(1, 100), st.integers(0, 99))
def test_each_sentence_is_shown_once_and_whole(lengths: list[int], words: int, seed: int) -> None:
    examples = sentences(lengths)
    batches = sentence_batches(examples, words, Random(seed), most=20)
    shown = [word for batch in batches for text in batch for word in text.words]
    assert sorted(shown) == sorted(word for example in examples for word in example.words)
    for batch in batches:
        assert batch
        assert sum(len(text.words) for text in batch[:-1]) < words, "a batch is full with its last text"
        for text in batch:
            numbers = list(dict.fromkeys(int(word.text.split(".")[0]) for word in text.words))
            assert numbers == list(range(numbers[0], numbers[-1] + 1)), "as they follow each other"
            assert [len(tree.heads) for tree in text.trees] == [lengths[number] for number in numbers]
            assert [text.words[first].text for first, _, _ in text.names] == [f"{number}.0" for number in numbers]


@given(st.lists(st.integers(1, 500), max_size=20), st.integers(1, 900), st.integers(0, 99))
def test_each_article_is_shown_once(lengths: list[int], words: int, seed: int) -> None:
    articles = [Example([Word("kata")] * length, id=str(number)) for number, length in enumerate(lengths)]
    batches = article_batches(articles, words, Random(seed))
    assert sorted(one.id for batch in batches for one in batch) == sorted(one.id for one in articles)
    assert all(len(batch) == 1 or sum(len(one.words) for one in batch) <= words for batch in batches)


def test_batches_come_in_another_order_with_another_seed() -> None:
    examples = sentences([3] * 40)
    first, again, other = (sentence_batches(examples, 6, Random(seed), most=3) for seed in (1, 1, 2))
    assert first == again
    assert first != other


ARTICLE = Example([Word("Pasar"), Word("Terbakar"), Word("Rumah"), Word("nya", glued=True)], title=2, names=[(0, 0, 2)])


def odds(headline: float, whole: float, mask: float = 0) -> dict[str, float]:
    """At which odds texts are varied."""
    return {"headline": headline, "whole": whole, "sentence": 0.0, "mask": mask}


def test_a_text_in_another_case_keeps_its_labels() -> None:
    changed = {tuple(word.text for word in varied(ARTICLE, odds(0, 1), Random(seed)).words) for seed in range(20)}
    assert changed == {
        ("PASAR", "TERBAKAR", "RUMAH", "NYA"), ("pasar", "terbakar", "rumah", "nya"),
        ("Pasar", "Terbakar", "Rumah", "Nya"),
    }  # fmt: skip
    shown = varied(ARTICLE, odds(0, 1), Random(0))
    assert [word.glued for word in shown.words] == [False, False, False, True]
    assert (shown.names, shown.title) == (ARTICLE.names, ARTICLE.title)


def test_a_headline_in_another_case_leaves_the_body() -> None:
    changed = {tuple(word.text for word in varied(ARTICLE, odds(1, 0), Random(seed)).words) for seed in range(20)}
    assert changed == {("PASAR", "TERBAKAR", "Rumah", "nya"), ("Pasar", "Terbakar", "Rumah", "nya")}
    bare = Example([Word("Pasar"), Word("roboh")])
    assert varied(bare, odds(1, 0), Random(0)) == bare, "no headline, no change"


def test_most_texts_are_shown_as_they_are() -> None:
    draw = Random(5)
    same = sum(varied(ARTICLE, odds(0.2, 0.06), draw).words == ARTICLE.words for _ in range(1000))
    # A fifth of the headlines, half of them to Title Case, in which this one stands already; a third of the whole too.
    assert 820 < same < 900


def test_some_words_cannot_be_read_and_keep_their_places() -> None:
    text = Example([Word("kata"), Word("nya", glued=True)] * 500)
    shown = varied(text, odds(0, 0, mask=0.1), Random(3)).words
    assert [word.glued for word in shown] == [word.glued for word in text.words]
    assert 60 < sum(word.text == MASK for word in shown) < 140
