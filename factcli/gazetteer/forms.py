"""The forms by which an article names an entity, and which of them say most about who or what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcli.gazetteer.folding import fold
from factcli.schema import Entity

# A short form in brackets behind the long one or inside it, where a tagger takes both as one mention.
_BRACKETS = re.compile(r"(?<=\S) \([^()]*\)")

_EDGES = ' ()[]"“”‘?!,;:'


def forms_of(entity: Entity) -> list[str]:
    """The distinct forms of an entity, those of most words first, then the longest."""
    named = [*(mention.text for mention in entity.mentions), entity.name]
    forms = {_BRACKETS.sub("", form).strip(_EDGES) or form for form in named}
    return sorted((form for form in forms if fold(form)), key=lambda form: (-len(fold(form).split()), -len(form), form))


def is_single_word(form: str) -> bool:
    """Whether the folded form is one word."""
    return " " not in fold(form)


def distinctive_forms(entity: Entity) -> list[str]:
    """The forms to look up, the most informative first.

    A shorter form that is only part of a longer one (`Wahyu` beside `Wahyu Setiawan`) says nothing of its own; one
    of several words that begins or ends the longest does (`Abdullah II` beside `Abdullah II ibn Al Hussein`), and so
    does one that is no part of it (`SBY` beside `Susilo Bambang`), unless it is made of its initials.
    """
    forms = forms_of(entity)
    longest = fold(forms[0]).split() if forms else []
    informative = forms[:1]
    for form in forms[1:]:
        words = fold(form).split()
        part = all(word in longest for word in words)
        edge = len(words) > 1 and (longest[: len(words)] == words or longest[-len(words) :] == words)
        if (not part or edge or len(words) == len(longest)) and not is_acronym(form, longest):
            informative.append(form)
    return informative


def is_abbreviation(form: str) -> bool:
    """Whether a form of which nobody says what kind it is counts as an abbreviation: one word, in capitals."""
    return form.isupper() and " " not in form


def is_acronym(form: str, words: Iterable[str]) -> bool:
    """Whether the form is written in capitals and each letter begins a word of the longer form, in order."""
    if not form.isupper() or not form.isalpha():
        return False
    left = iter(words)
    return all(any(word.startswith(letter) for word in left) for letter in form.casefold())
