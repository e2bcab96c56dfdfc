"""`--lang`: the language of the labels; by default, that of the locale."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated

import typer

from factcli.formats.languages import Language, use_language

LanguageOption = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        metavar="[id|en]",
        help="Language of headings, months and remarks; by default that of the locale: Indonesian, or English if it "
        "names another language.",
        show_default=False,
    ),
]
# In the order in which POSIX asks them.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
# Locales without a language, and Indonesian by its code and its former one.
_INDONESIAN = frozenset({"", "c", "posix", "id", "in"})


def write_labels_in(chosen: Language | None) -> None:
    """Write labels in the language chosen, else in the one of the locale."""
    use_language(chosen or language_of_locale(os.environ))


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """Return the language for a locale: English if it names a language other than Indonesian, else Indonesian."""
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    code = locale.partition(".")[0].partition("@")[0].partition("_")[0].lower()
    return Language.INDONESIAN if code in _INDONESIAN else Language.ENGLISH
