"""Paths say how a span hangs on an event, in the event's sentence alone."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from factcli.events.paths import (
    ABOVE,
    APART,
    DEPENDENT,
    DEPENDENT_OF_DEPENDENT,
    INSIDE,
    OF_HEAD,
    OF_HIGHER,
    PATHS,
    RELATIONS,
    UNKNOWN,
    WordTree,
    paths,
)

# Sari Dewi menemui pedagang pasar Ambon lalu berangkat Senin | Hujan turun
WORDS = ["Sari", "Dewi", "menemui", "pedagang", "pasar", "Ambon", "lalu", "berangkat", "Senin", "Hujan", "turun"]
HEADS = [2, 0, 2, 2, 3, 4, 7, 2, 7, 10, 10]
DEPRELS = ["nsubj", "flat", "root", "obj", "nmod", "nmod:tmod", "advmod", "conj", "obl:tmod", "nsubj", "root"]
TREE = WordTree(HEADS, DEPRELS)
SENTENCES = [0] * 9 + [1] * 2


def path(event: str, first: str, last: str = "") -> int:
    """The path from an event to the span between two words."""
    span = (WORDS.index(first), WORDS.index(last or first))
    return int(paths(TREE, SENTENCES, [WORDS.index(event)], [span])[0, 0])


@pytest.mark.parametrize(
    ("event", "span", "wanted"),
    [
        ("menemui", ("Sari", "Dewi"), DEPENDENT + RELATIONS.index("nsubj")),
        ("menemui", ("pedagang", ""), DEPENDENT + RELATIONS.index("obj")),
        ("menemui", ("pasar", "Ambon"), DEPENDENT_OF_DEPENDENT + RELATIONS.index("obj")),
        ("berangkat", ("Sari", "Dewi"), OF_HEAD + RELATIONS.index("nsubj")),
        ("berangkat", ("Senin", ""), DEPENDENT + RELATIONS.index("obl")),
        ("pasar", ("Sari", "Dewi"), OF_HIGHER + RELATIONS.index("nsubj")),
        ("pedagang", ("pedagang", "Ambon"), INSIDE),
        ("pasar", ("pedagang", ""), ABOVE),
        ("berangkat", ("Ambon", ""), APART),
        ("menemui", ("Hujan", ""), UNKNOWN),
    ],
)
def test_a_span_hangs_on_an_event(event: str, span: tuple[str, str], wanted: int) -> None:
    assert path(event, *span) == wanted


def test_without_a_tree_nothing_is_known() -> None:
    assert paths(None, SENTENCES, [2], [(0, 1), (5, 5)]).tolist() == [[UNKNOWN, UNKNOWN]]


@given(st.data())
def test_every_tree_has_paths_of_the_list(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 12))
    heads = data.draw(st.lists(st.integers(0, size - 1), min_size=size, max_size=size))
    relations = data.draw(
        st.lists(st.sampled_from([*RELATIONS, "root", "obl:tmod", "x"]), min_size=size, max_size=size)
    )
    words = st.integers(0, size - 1)
    spans = data.draw(st.lists(st.tuples(words, words).map(lambda pair: (min(pair), max(pair))), max_size=4))
    events = data.draw(st.lists(words, max_size=4))
    found = paths(WordTree(heads, relations), [0] * size, events, spans)
    assert found.shape == (len(events), len(spans))
    assert found.dtype == torch.long
    assert all(UNKNOWN < number < PATHS for row in found.tolist() for number in row)
