"""Words are cut into the likeliest pieces of the vocabulary."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st
from tiny_encoder import tiny_pieces

from factcli.encoder.pieces import BLANK, LONGEST_WORD, MOST_PIECES, SPECIAL, UNKNOWN, Pieces


def cut(pieces: Pieces, word: str, glued: bool = False) -> list[str]:
    """The pieces of a word as text."""
    names = list(pieces.ids)
    return [names[piece] for piece in pieces.of(word, glued)]


def test_the_likeliest_pieces_are_taken() -> None:
    pieces = tiny_pieces()
    assert cut(pieces, "rumah") == [f"{BLANK}rumah"]
    assert cut(pieces, "rumahnya") == [f"{BLANK}rumah", "nya"]
    assert cut(pieces, "buah") == [BLANK, "b", "u", "a", "h"]


def test_a_word_that_continues_another_has_no_blank_before_it() -> None:
    pieces = tiny_pieces()
    assert cut(pieces, "nya", glued=True) == ["nya"]
    assert cut(pieces, "nya") == [BLANK, "nya"]
    assert cut(pieces, "rumah", glued=True) == ["rumah"]


@pytest.mark.parametrize("mark", [",", ".", "-"])
def test_punctuation_has_no_blank_before_it(mark: str) -> None:
    assert cut(tiny_pieces(), mark) == [mark]


def test_a_letter_that_the_vocabulary_lacks_is_unknown_and_costs_nothing_of_the_rest() -> None:
    assert cut(tiny_pieces(), "rumahжnya") == [f"{BLANK}rumah", SPECIAL[UNKNOWN], "nya"]


@pytest.mark.parametrize("word", ["", " ", "🌋", "\ufffd"])
def test_every_word_has_a_piece(word: str) -> None:
    assert tiny_pieces().of(word) == (UNKNOWN,)


def test_compatible_forms_are_the_letters_that_they_stand_for() -> None:
    assert cut(tiny_pieces(), "ｒｕｍａｈ") == [f"{BLANK}rumah"]


def test_an_endless_word_is_cut_at_its_beginning() -> None:
    pieces = tiny_pieces()
    found = pieces.of("abu" * 300_000)
    assert len(found) == MOST_PIECES
    assert found == pieces.of(("abu" * 300_000)[:LONGEST_WORD])
    assert_linear(lambda n: "abu" * 300_000 * n, lambda word: tiny_pieces().of(word))


LIKELIHOODS = st.dictionaries(
    st.text("ab", min_size=1, max_size=3), st.floats(-9, -1).map(lambda score: round(score, 2)), min_size=1
)


@given(LIKELIHOODS, st.text("abc", min_size=1, max_size=6))
def test_no_other_way_to_cut_is_likelier(likelihoods: dict[str, float], word: str) -> None:
    pieces = Pieces({**dict.fromkeys(SPECIAL, 0.0), **likelihoods})

    def likelihood(parts: list[str]) -> float:
        scores = [likelihoods.get(part, pieces.unknown if len(part) == 1 else float("-inf")) for part in parts]
        return sum(scores)

    ways = []
    for breaks in product((False, True), repeat=len(word) - 1):
        parts = [word[0]]
        for letter, apart in zip(word[1:], breaks, strict=True):
            parts += [letter] if apart else [parts.pop() + letter]
        ways.append(likelihood(parts))
    names = cut(pieces, word, glued=True)
    found = sum(pieces.unknown if name == SPECIAL[UNKNOWN] else likelihoods[name] for name in names)
    assert found == pytest.approx(max(ways))


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    pieces = tiny_pieces()
    pieces.save(tmp_path / "pieces.tsv")
    loaded = Pieces.load(tmp_path / "pieces.tsv")
    assert loaded.ids == pieces.ids
    assert loaded.scores == pytest.approx(pieces.scores)
    assert loaded.of("rumahnya") == pieces.of("rumahnya")


@pytest.mark.parametrize("content", ["", "rumah\t-1.0\n", "<s>\n<pad>\n", "<s>\tlikely\n"])
def test_what_is_no_vocabulary_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "pieces.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError):
        Pieces.load(tmp_path / "pieces.tsv")


def test_a_missing_vocabulary_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Pieces.load(tmp_path / "pieces.tsv")
