"""The words of time expressions and the rules over them, read from the TOML files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcli.tables import read_table

_HERE = Path(__file__).parent
# In this order: of two rules that take the same words, the earlier wins.
_RULE_FILES = ("exclusions", "days", "weekdays", "feasts", "eras", "calendar", "clock", "relative", "vague", "duration")


@dataclass(frozen=True)
class Lexicon:
    """The categories of words (`MONTH`: januari -> 1), and the words that one meets in any of them."""

    categories: dict[str, dict[str, Any]]
    titled: dict[str, frozenset[str]]
    untitled: dict[str, frozenset[str]]
    glued_prefixes: tuple[str, ...]
    glued_nouns: frozenset[str]
    vocabulary: frozenset[str]

    def value(self, category: str, word: str) -> Any:
        """What `word` (lower case) contributes as a member of `category`; None where it is no member."""
        return self.categories[category].get(word)


@dataclass(frozen=True)
class Rule:
    """One rule of the grammar, as written in rules/*.toml."""

    name: str
    kind: str
    pattern: str
    alone: bool
    settings: dict[str, Any]
    examples: tuple[dict[str, Any], ...]


@cache
def load_lexicon() -> Lexicon:
    """The words, from words/*.toml."""
    tables: dict[str, Any] = {}
    for path in sorted((_HERE / "words").glob("*.toml")):
        tables.update(read_table(path))
    titled = {
        category: frozenset(tables[category] if words is True else words)
        for category, words in tables.pop("titled").items()
    }
    untitled = {category: frozenset(words) for category, words in tables.pop("untitled").items()}
    glued = tables.pop("glued")
    categories = {name: dict.fromkeys(words, 1) if isinstance(words, list) else words for name, words in tables.items()}
    beside_numbers, apart = frozenset(glued["beside_numbers"]), frozenset(glued["apart"])
    return Lexicon(
        categories=categories,
        titled=titled,
        untitled=untitled,
        glued_prefixes=tuple(glued["prefixes"]),
        glued_nouns=frozenset(glued["nouns"]),
        vocabulary=beside_numbers.union(*(words for name, words in categories.items() if name not in apart)),
    )


@cache
def load_rules() -> tuple[tuple[Rule, ...], dict[str, str]]:
    """The rules in the order of their files, and the macros that their patterns may use."""
    rules: list[Rule] = []
    macros: dict[str, str] = {}
    for name in _RULE_FILES:
        path = _HERE / "rules" / f"{name}.toml"
        tables = read_table(path)
        macros.update(tables.get("macro", {}))
        rules.extend(_rule(path, entry) for entry in tables.get("rule", ()))
    return tuple(rules), macros


def _rule(path: Path, entry: dict[str, Any]) -> Rule:
    missing = [key for key in ("name", "kind", "pattern", "example") if key not in entry]
    if missing:
        raise ValueError(f"{path.name}: the rule {entry.get('name', '?')!r} lacks {', '.join(missing)}")
    return Rule(
        name=entry["name"],
        kind=entry["kind"],
        pattern=entry["pattern"],
        alone=entry.get("alone", True),
        settings=entry.get("set", {}),
        examples=tuple(entry["example"]),
    )
