"""Headlines and capitals as plain sentences: `KPK Tahan Bupati Sukamaju` -> `KPK tahan bupati Sukamaju`.

The tagger, the parser and the entity tagger have learnt from sentences, in which a capital tells a name. After Lita and
others (2003), tRuEcasIng: a word takes the form it usually has in the article's own sentences, else in the press.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal, TypeAlias

Case: TypeAlias = Literal["plain", "titled", "capitals", "small"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
INSIDE_SENTENCE = re.compile(r"[a-z0-9,] ?$")
ANY_NAME = "*"
SHORTEST_TELLING = 4
FEWEST_TELLING = 2
FEWEST_CAPITALS = 3
FEWEST_SMALL = 5
# Of 4,000 headlines 97 in 100 have more than this share of their telling words with a capital; a sentence with a full
# stop may be a list of offices and laws.
SHARE_OF_HEADLINE = 0.6
SHARE_OF_SENTENCE = 0.9


@dataclass(frozen=True)
class Forms:
    """Folded word -> its usual form; the pairs that are parts of one name; the words that names begin with."""

    words: Mapping[str, str]
    pairs: frozenset[tuple[str, str]]
    heads: frozenset[str] = frozenset()


@cache
def usual_forms() -> Forms:
    """The forms of `usual_forms.txt`, read once.

    A line is a word as the press writes it, a pair of words written with capitals, or a word that has one before any
    name (`Jembatan *`).
    """
    lines = files(__package__).joinpath("usual_forms.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.split() for line in lines if line and not line.startswith("#")]
    words = {entry[0].casefold(): entry[0] for entry in entries if len(entry) == 1}
    pairs = frozenset((entry[0].casefold(), entry[1].casefold()) for entry in entries if len(entry) == 2)
    return Forms(words, pairs, frozenset(word for word, following in pairs if following == ANY_NAME))


def plain_case(text: str) -> str:
    """The text with every line in capitals or in Title Case written as a plain sentence is; of the very same length.

    A text without a single capital gets those that its words usually have.
    """
    lines = text.split("\n")
    cases = [case_of(line) for line in lines]
    if all(case == "plain" for case in cases) or (any(map(str.isupper, text)) and not {*cases} - {"plain", "small"}):
        return text
    own = _forms_in(line for line, case in zip(lines, cases, strict=True) if case == "plain")
    whole = not any(map(str.isupper, text))
    return "\n".join(
        line if case == "plain" or (case == "small" and not whole) else _rewritten(line, case, own)
        for line, case in zip(lines, cases, strict=True)
    )


def case_of(line: str) -> Case:
    """Whether the line is all capitals, in Title Case, all small, or plain; a line of few words is plain."""
    words = WORD.findall(line)
    if len(words) >= FEWEST_CAPITALS and all(word.isupper() for word in words):
        return "capitals"
    if len(words) >= FEWEST_SMALL and all(word.islower() for word in words):
        return "small"
    forms = usual_forms().words
    telling = [word for word in words[1:] if len(word) >= SHORTEST_TELLING and forms.get(word.casefold(), "").islower()]
    titled = sum(word[0].isupper() for word in telling)
    share = SHARE_OF_SENTENCE if line.rstrip().endswith(".") else SHARE_OF_HEADLINE
    return "titled" if titled >= FEWEST_TELLING and titled > share * len(telling) else "plain"


def _forms_in(lines: Iterable[str]) -> Forms:
    """What the article's own sentences show."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: set[tuple[str, str]] = set()
    for line in lines:
        previous = None
        for match in WORD.finditer(line):
            word = match[0]
            if word.islower() or INSIDE_SENTENCE.search(line, max(0, match.start() - 2), match.start()):
                counted[word.casefold()][word] += 1
            if previous and line[previous.end() : match.start()] == " " and previous[0][0].isupper() > word.islower():
                pairs.add((previous[0].casefold(), word.casefold()))
            previous = match
    return Forms({folded: forms.most_common(1)[0][0] for folded, forms in counted.items()}, frozenset(pairs))


def _rewritten(line: str, case: Case, own: Forms) -> str:
    matches = list(WORD.finditer(line))
    folded = [match[0].casefold() for match in matches]
    beside = [line[one.end() : other.start()] == " " for one, other in pairwise(matches)]
    forms = [_form(match[0], case, own) for match in matches]
    for number in range(len(matches) - 2, -1, -1):
        pair = folded[number], folded[number + 1]
        if not beside[number]:
            continue
        if pair in own.pairs or pair in usual_forms().pairs:
            forms[number : number + 2] = map(_capitalised, forms[number : number + 2])
        elif pair[0] in usual_forms().heads and forms[number + 1][:1].isupper():
            forms[number] = _capitalised(forms[number])
    written, place = "", 0
    for number, (match, form) in enumerate(zip(matches, forms, strict=True)):
        form = form if number else _capitalised(form)
        written += line[place : match.start()] + (form if len(form) == len(match[0]) else match[0])
        place = match.end()
    return written + line[place:]


def _form(word: str, case: Case, own: Forms) -> str:
    folded = word.casefold()
    usual = own.words.get(folded) or usual_forms().words.get(folded)
    if case == "titled" and not word.istitle():
        return word
    return usual or (word.lower() if case == "small" else _capitalised(word.lower()))


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
