"""Treebanks and sets of names are read as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.schema import LABELS
from training.examples import Example, Word, joined
from training.sentences import labels_of, name_examples, tree_examples
from training.treebanks import read_sentences

PER, ORG, LOC = (LABELS.index(kind) for kind in ("PER", "ORG", "LOC"))
CONLLU = """\
# text = Rumahnya roboh.
1-2	Rumahnya	_	_	_	_	_	_	_	_
1	Rumah	rumah	NOUN	_	Number=Sing	3	nsubj	_	_
2	nya	nya	PRON	_	Person=3	1	nmod:poss	_	_
3	roboh	roboh	VERB	_	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	_	_	3	punct	_	_

# text = Hujan turun
1	Hujan	hujan	NOUN	_	Number=Sing	2	nsubj	_	_
1.1	lebat	lebat	ADJ	_	_	_	_	_	_
2	turun	turun	VERB	_	_	0	root	_	_

"""


@pytest.fixture
def trees(tmp_path: Path) -> list[Example]:
    """The examples of the treebank above."""
    (tmp_path / "own.conllu").write_text(CONLLU, encoding="utf-8")
    sentences = read_sentences(tmp_path / "own.conllu")
    return tree_examples(sentences, labels_of(sentences))


def test_words_of_one_token_are_glued(trees: list[Example]) -> None:
    assert trees[0].words == [Word("Rumah"), Word("nya", glued=True), Word("roboh"), Word(".")]
    assert [word.text for word in trees[1].words] == ["Hujan", "turun"], "an empty node is no word"


def test_tags_and_trees_are_numbers_of_labels(tmp_path: Path, trees: list[Example]) -> None:
    labels = labels_of(read_sentences(tmp_path / "own.conllu"))
    assert labels.upos == ("NOUN", "PRON", "PUNCT", "VERB")
    assert labels.feats == ("", "Number=Sing", "Person=3")
    [tree] = trees[0].trees
    assert [labels.upos[tag] for tag in tree.upos] == ["NOUN", "PRON", "VERB", "PUNCT"]
    assert [labels.feats[tag] for tag in tree.feats] == ["Number=Sing", "Person=3", "", ""]
    assert tree.heads == [3, 1, 0, 3]
    assert [labels.deprel[tag] for tag in tree.relations] == ["nsubj", "nmod:poss", "root", "punct"]


def test_a_label_never_seen_in_training_becomes_the_first(tmp_path: Path, trees: list[Example]) -> None:
    sentences = read_sentences(tmp_path / "own.conllu")
    labels = labels_of(sentences[1:])
    assert (labels.upos, labels.deprel) == (("NOUN", "VERB"), ("nsubj", "root"))
    [first, second] = tree_examples(sentences, labels)
    assert first.trees[0].upos == [0, 0, 1, 0], "PRON and PUNCT are not known"
    assert first.trees[0].relations == [0, 0, 1, 0], "nmod:poss and punct neither"
    assert first.trees[0].heads == trees[0].trees[0].heads
    assert second.trees[0].upos == [0, 1]


def test_names_are_read_from_their_tags(tmp_path: Path) -> None:
    lines = [
        "Siti B-PER", "Aminah I-PER", "Bupati B-PERSON", "dari O", "Dewan NN B-ORGANISATION", "Riset NN I-ORGANISATION",
        "", "", "di O", "Ambon I-PLACE", "Maluku B-LOC", "",
    ]  # fmt: skip
    (tmp_path / "names.txt").write_text("\n".join(lines), encoding="utf-8")
    first, second = name_examples(tmp_path / "names.txt", "idner")
    assert [word.text for word in first.words] == ["Siti", "Aminah", "Bupati", "dari", "Dewan", "Riset"]
    assert first.names == [(0, 1, PER), (2, 2, PER), (4, 5, ORG)]
    assert second.names == [(1, 1, LOC), (2, 2, LOC)], "a name may begin with I-, and one may follow another"
    assert {first.habit, second.habit} == {"idner"}


def test_a_kind_that_is_no_kind_of_name_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Pemilu B-EVENT\n", encoding="utf-8")
    with pytest.raises(ValueError):
        name_examples(tmp_path / "names.txt", "idner")


def test_sentences_read_as_one_text_keep_their_trees_and_names(trees: list[Example]) -> None:
    text = joined(trees)
    assert [word.text for word in text.words] == ["Rumah", "nya", "roboh", ".", "Hujan", "turun"]
    assert text.trees == [trees[0].trees[0], trees[1].trees[0]], "heads count within their sentence"
    named = [Example([Word("di"), Word("Ambon")], names=[(1, 1, LOC)]), Example([Word("Siti")], names=[(0, 0, PER)])]
    assert joined(named).names == [(1, 1, LOC), (2, 2, PER)]
