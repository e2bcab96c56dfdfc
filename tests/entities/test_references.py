"""For whom pronouns and descriptions stand."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factcli.entities.references import referents
from factcli.entities.rules import read_rules
from factcli.schema import Entity, Label, Mention

VOCAB = Vocab()


def parsed(*rows: str) -> Doc:
    """A document from rows `word UPOS head deprel`, heads counted from 1 over the whole text, 0 for a root."""
    words, tags, heads, relations = zip(*(row.split() for row in rows), strict=True)
    numbers = [int(head) for head in heads]
    return Doc(
        VOCAB,
        words=list(words),
        spaces=[following != "nya" for following in (*words[1:], "")],
        pos=list(tags),
        heads=[position if head == 0 else head - 1 for position, head in enumerate(numbers)],
        deps=list(relations),
        lemmas=[word.lower() for word in words],
    )


def entity(doc: Doc, identity: str, label: Label, *names: str) -> Entity:
    places = [(doc.text.index(name), name) for name in names]
    mentions = [Mention(start=start, end=start + len(name), text=name) for start, name in places]
    return Entity(id=identity, label=label, name=names[0], mentions=mentions)


def test_pronoun_in_a_clause_of_its_own_is_the_subject_before_it() -> None:
    doc = parsed(
        "Ratna PROPN 2 nsubj",
        "mengatakan VERB 0 root",
        "kepada ADP 4 case",
        "Wulan PROPN 2 obl",
        "ia PRON 7 nsubj",
        "akan AUX 7 aux",
        "pergi VERB 2 ccomp",
    )
    people = [entity(doc, "e1", "PER", "Ratna"), entity(doc, "e2", "PER", "Wulan")]
    assert referents(doc, people) == {4: ("e1",)}


def test_pronoun_is_not_the_other_argument_of_its_verb() -> None:
    doc = parsed(
        "Budi PROPN 2 nsubj",
        "pulang VERB 0 root",
        "Ratna PROPN 4 nsubj",
        "menemui VERB 0 root",
        "dia PRON 4 obj",
    )
    people = [entity(doc, "e1", "PER", "Budi"), entity(doc, "e2", "PER", "Ratna")]
    assert referents(doc, people) == {4: ("e1",)}


def test_possessive_may_be_the_subject_of_its_own_clause() -> None:
    doc = parsed("Ratna PROPN 2 nsubj", "menemui VERB 0 root", "ibu NOUN 2 obj", "nya PRON 3 nmod:poss")
    assert referents(doc, [entity(doc, "e1", "PER", "Ratna")]) == {3: ("e1",)}


def test_article_nya_stands_for_nobody() -> None:
    doc = parsed("Ratna PROPN 2 nsubj", "melihat VERB 0 root", "isi NOUN 2 obj", "nya DET 3 det")
    assert referents(doc, [entity(doc, "e1", "PER", "Ratna")]) == {}


def test_pronoun_goes_on_with_the_pronoun_before_it() -> None:
    rows = ["Ratna PROPN 2 nsubj", "pulang VERB 0 root"]
    for number in range(1, 6):
        rows += [f"Ia PRON {2 * number + 2} nsubj", "makan VERB 0 root"]
    doc = parsed(*rows)
    assert set(referents(doc, [entity(doc, "e1", "PER", "Ratna")])) == {2, 4, 6, 8, 10}


def test_ally_of_a_country_belongs_to_the_country() -> None:
    doc = parsed(
        "Ratna PROPN 2 nsubj",
        "pulang VERB 0 root",
        "Norlandia PROPN 7 nsubj",
        "dan CCONJ 5 cc",
        "sekutu NOUN 3 conj",
        "nya PRON 5 nmod:poss",
        "bertemu VERB 0 root",
    )
    entities = [entity(doc, "e1", "PER", "Ratna"), entity(doc, "e2", "LOC", "Norlandia")]
    assert referents(doc, entities) == {5: ("e2",)}


def test_who_speaks_is_not_whom_the_quotation_names() -> None:
    doc = parsed(
        "Ratna PROPN 2 nsubj",
        "pulang VERB 0 root",
        '" PUNCT 5 punct',
        "Budi PROPN 5 nsubj",
        "menang VERB 0 root",
        '" PUNCT 5 punct',
        "kata VERB 5 parataxis",
        "dia PRON 7 nsubj",
    )
    people = [entity(doc, "e1", "PER", "Ratna"), entity(doc, "e2", "PER", "Budi")]
    assert referents(doc, people) == {7: ("e1",)}


def test_both_are_the_two_named_together() -> None:
    doc = parsed(
        "Ratna PROPN 4 nsubj",
        "dan CCONJ 3 cc",
        "Budi PROPN 1 conj",
        "tiba VERB 0 root",
        "Keduanya PRON 6 nsubj",
        "lelah ADJ 0 root",
    )
    people = [entity(doc, "e1", "PER", "Ratna"), entity(doc, "e2", "PER", "Budi")]
    assert referents(doc, people) == {4: ("e1", "e2")}


def test_description_is_the_holder_of_the_office_there() -> None:
    doc = parsed(
        "Presiden PROPN 5 nsubj",
        "Norlandia PROPN 1 nmod",
        "Ida PROPN 1 flat:name",
        "Berg PROPN 1 flat:name",
        "menemui VERB 0 root",
        "Presiden PROPN 5 obj",
        "Sudaria PROPN 6 nmod",
        "Olaf PROPN 6 flat:name",
        "Pemimpin NOUN 12 nsubj",
        "Norlandia PROPN 9 nmod",
        "tersebut DET 9 det",
        "tersenyum VERB 0 root",
    )
    entities = [
        entity(doc, "e1", "LOC", "Norlandia"),
        entity(doc, "e2", "PER", "Ida Berg"),
        entity(doc, "e3", "LOC", "Sudaria"),
        entity(doc, "e4", "PER", "Olaf"),
    ]
    second = doc.text.rindex("Norlandia")
    entities[0].mentions = [*entities[0].mentions, Mention(start=second, end=second + 9, text="Norlandia")]
    assert referents(doc, entities) == {8: ("e2",)}


def test_description_with_two_holders_is_left_open() -> None:
    doc = parsed(
        "Presiden PROPN 3 nsubj",
        "Ida PROPN 1 flat:name",
        "menemui VERB 0 root",
        "Presiden PROPN 3 obj",
        "Olaf PROPN 4 flat:name",
        "Presiden NOUN 8 nsubj",
        "itu DET 6 det",
        "tersenyum VERB 0 root",
    )
    assert referents(doc, [entity(doc, "e1", "PER", "Ida"), entity(doc, "e2", "PER", "Olaf")]) == {}


def rules() -> list[Any]:
    tables = read_rules("references")
    groups = [*tables["pronouns"], *tables["offices"], *tables["kinds"]]
    groups += [{"name": name, **tables[name]} for name in ("former", "bare_hosts", "demonstratives", "both")]
    return [pytest.param(rule["example"], id=rule["name"]) for rule in groups]


@pytest.mark.parametrize("example", rules())
def test_example(example: dict[str, Any]) -> None:
    """The rule's own example; its two sentences are parsed flat: every word hangs on the last, the first is subject."""
    rows: list[str] = []
    for sentence in example["text"].rstrip(".").split(". "):
        words = sentence.split()
        last = len(rows) + len(words)
        first = len(rows) + 1
        for place, word in enumerate(words, start=first):
            if place == last:
                rows.append(f"{word} VERB 0 root")
            elif place == first:
                rows.append(f"{word} {'PRON' if word.lower() in pronouns() else 'PROPN'} {last} nsubj")
            elif word == "nya":
                rows.append(f"{word} PRON {first} nmod:poss")
            else:
                rows.append(f"{word} {'CCONJ' if word == 'dan' else 'PROPN'} {first} {relation(word)}")
    doc = parsed(*rows)
    places = [name for name in ("Norlandia", "Karangasri", "Sukamaju", "KPU") if name in doc.text]
    bodies = ("PT Karang Jaya", "PS Karang Jaya", "Dewan Karang Jaya", "Partai Karang Jaya")
    entities = [entity(doc, name, "LOC", name) for name in places]
    for item in entities:
        starts = [start for start in range(len(doc.text)) if doc.text.startswith(item.name, start)]
        item.mentions = [Mention(start=start, end=start + len(item.name), text=item.name) for start in starts]
    people = [name for name in example["means"] if name not in (*places, *bodies)]
    entities += [entity(doc, name, "PER", name) for name in people]
    entities += [entity(doc, name, "ORG", name) for name in bodies if name in doc.text]
    entities += [
        entity(doc, "other", "PER", name) for name in ("Ida Berg", "Ratna") if not example["means"] and name in doc.text
    ]
    word = [token.i for token in doc if token.text == example["word"]][-1]
    assert referents(doc, entities).get(word, ()) == tuple(example["means"])


def pronouns() -> set[str]:
    return {word for group in read_rules("references")["pronouns"] for word in group["words"]}


def relation(word: str) -> str:
    return {"itu": "det", "tersebut": "det", "Budi": "conj", "dan": "cc"}.get(word, "nmod")
