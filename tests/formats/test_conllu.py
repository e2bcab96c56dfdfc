"""CoNLL-U, read by the validator of Universal Dependencies, and back to the article's text."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from factcli.formats.conllu import conllu
from factcli.schema import Article, Block

UNESCAPED = {"\\s": " ", "\\t": "\t", "\\r": "\r", "\\n": "\n", "\\p": "|", "\\\\": "\\"}


def text_of(written: str) -> str:
    """Return the text that the rows of one article give."""
    pieces, covered = [], 0
    for line in written.splitlines():
        if not line or line.startswith("#"):
            covered = 0
            continue
        number, form, *_, misc = line.split("\t")
        notes = dict(note.split("=", 1) for note in misc.split("|") if note != "_")
        if number.isdigit() and int(number) <= covered:
            continue
        covered = int(number.partition("-")[2] or 0) or covered
        after = notes.get("SpacesAfter", "" if "SpaceAfter" in notes else "\\s")
        pieces += [notes.get("SpacesBefore", ""), "\0", form, "\0", after]
    parts = "".join(pieces).split("\0")
    return "".join(part if place % 2 else unescaped(part) for place, part in enumerate(parts))


def unescaped(spaces: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})|\\.", lambda m: chr(int(m[1], 16)) if m[1] else UNESCAPED[m[0]], spaces)


def parsed(text: str, words: list[str], multiword: list[str] | None = None) -> Any:
    """Return a Doc of one sentence, a flat tree under its first word."""
    from spacy.vocab import Vocab

    from factcli.syntax.analyses import Analysis, write_analyses
    from factcli.tokens.document import build_doc
    from factcli.tokens.sentences import TokenSentence
    from factcli.tokens.tokens import Token

    analyses, spans, place = [], [], 0
    for number, form in enumerate(words):
        start = text.index(form, place)
        place = start + len(form)
        spans.append((start, place))
        kind = "PUNCT" if not form.isalnum() else "NOUN"
        relation = "root" if number == 0 else "punct" if kind == "PUNCT" else "nmod"
        analyses.append(Analysis(kind, "", form, 0 if number == 0 else 1, relation))
    whole = [(text.index(token), text.index(token) + len(token)) for token in multiword or []]
    inside = {span for first, last in whole for span in spans if first <= span[0] < last}
    tokens = [Token(first, last, tuple(one for one in spans if first <= one[0] < last)) for first, last in whole]
    tokens += [Token(*span, (span,)) for span in spans if span not in inside]
    article = Article(id="a", text=text, blocks=(Block(start=0, end=len(text), kind="body"),))
    doc = build_doc(article, [TokenSentence(sorted(tokens), "body")], Vocab())
    write_analyses(doc, [analyses])
    return doc


def test_columns_tokens_of_several_words_and_spaces() -> None:
    (written,) = conllu(
        [parsed("Kunjungannya, kata  Sari.\n", ["Kunjungan", "nya", ",", "kata", "Sari", "."], ["Kunjungannya"])]
    )
    lines = written.splitlines()
    assert lines[:3] == ["# newdoc id = a", "# sent_id = a-1", "# text = Kunjungannya, kata Sari."]
    assert lines[3] == "1-2\tKunjungannya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No"
    assert lines[4] == "1\tKunjungan\tKunjungan\tNOUN\t_\t_\t0\troot\t_\t_"
    assert lines[7].endswith("SpacesAfter=\\s\\s")
    assert written.endswith("\\n\n\n")


@pytest.mark.parametrize(
    "text", ["Satu dua", " \tSatu|dua\r\n", "Satu\\s dua\u00a0\u2028", "\u200bSatu\x1b dua\x0b\n\n"]
)
def test_the_text_comes_back(text: str) -> None:
    written = "".join(conllu([parsed(text, ["Satu", "dua"])]))
    assert text_of(written) == text
    assert not set(written) & {"\x1b", "\x0b", "\u2028"}


ARTICLE = """Wali Kota Buka Pasar
Kunjungannya ke pasar-pasar itu, kata Sari, "sudah lama direncanakan".  Menteri Perdagangan (Mendag) akan datang!

Harganya Rp12.500/kg; naik 3,5 persen – bukan turun…
"""


@pytest.fixture(scope="module")
def real(pipeline: Any) -> str:
    """The format of an article that the shipped models parsed."""
    from factcli.reading import read_articles

    articles = [
        article for article in read_articles(ARTICLE.encode(), name="pasar.txt") if isinstance(article, Article)
    ]
    return "".join(conllu(pipeline.parse(articles)))


def test_a_parsed_article_comes_back(real: str) -> None:
    assert text_of(real) == ARTICLE
    assert re.search(r"^\d+-\d+\tKunjungannya\t", real, re.MULTILINE)


def test_the_validator_of_universal_dependencies_takes_it(real: str) -> None:
    validator: Any = pytest.importorskip("udtools.validator", reason="udtools validates")
    output = io.StringIO()
    state = validator.Validator(lang="ud", level=2, output=output).validate_file_handle(io.StringIO(real))
    assert state.passed(), output.getvalue()
