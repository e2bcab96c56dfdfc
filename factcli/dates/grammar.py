"""Rules over tokens, compiled to regular expressions over signatures.

A token's signature is the set of categories that it belongs to, written as one character; a rule is then an
ordinary regular expression over such characters. All repetition in the rules is bounded, so matching is linear.

The language of patterns: `WORD` in capitals is a category or a macro, a word in small letters is itself,
`"x"` is a punctuation mark, `<slot:CATEGORY>` captures, and `( | ) ? {m,n}`, lookahead and lookbehind are as in `re`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcli.dates.lexicon import Rule, load_lexicon, load_rules
from factcli.dates.tokens import Token

_PIECE = re.compile(
    r"<(?P<slot>[a-z_]+):(?P<inner>[A-Z][A-Z0-9]*)>"
    r"|(?P<category>[A-Z][A-Z0-9]*)"
    r"|(?P<literal>[^\W\d_A-Z]+)"
    r'|"(?P<mark>[^"])"'
    r"|(?P<operator>\(\?<?[=!:]|[()|?]|\{\d+(?:,\d+)?\})"
    r"|(?P<space>\s+)"
)
_FIRST_SIGNATURE = 0x21
DASHES = "-–—‐‑"
_DIGIT_LENGTH = 4


@dataclass(frozen=True)
class CompiledRule:
    """A rule with its regular expression; `slots` names the category each slot is filled from."""

    rule: Rule
    regex: re.Pattern[str]
    slots: dict[str, str]


@dataclass(frozen=True)
class Grammar:
    """The compiled rules and the alphabet of signatures that they are written in."""

    rules: tuple[CompiledRule, ...]
    alphabet: dict[frozenset[str], str]
    words: dict[str, tuple[str, str, str]]
    linking: re.Pattern[str]

    def links(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens, all of them, tie two dates into a range or a list (`hingga`, `-`, `dan`)."""
        return bool(self.linking.fullmatch(self.signatures(tokens)))

    def signatures(self, tokens: Sequence[Token]) -> str:
        """One character a token."""
        return "".join([self._signature(token) for token in tokens])

    def _signature(self, token: Token) -> str:
        if token.kind == "word":
            known = self.words.get(token.lower)
            if known is None:
                return self.alphabet[_CAPITALISED if token.text[0].isupper() else _OTHER]
            plain, titled, opening = known
            if not token.text[0].isupper():
                return plain
            return opening if token.opens else titled
        if token.kind == "mark":
            return self.alphabet.get(_mark_categories(token.text, token.tight), self.alphabet[_OTHER])
        if token.kind == "quantity":
            return self.alphabet[_QUANTITY]
        return self.alphabet[_digit_categories(token.text)]


_OTHER = frozenset({"OTHER"})
_CAPITALISED = frozenset({"CAPITALISED"})
_QUANTITY = frozenset({"NUM", "QUANTITY"})


@cache
def load_grammar() -> Grammar:
    """The grammar of rules/*.toml, compiled once."""
    rules, macros = load_rules()
    literals: set[str] = set()
    marks: set[str] = set()
    for source in [*macros.values(), *(rule.pattern for rule in rules)]:
        for piece in _PIECE.finditer(source):
            if piece["literal"]:
                literals.add(piece["literal"])
            if piece["mark"]:
                marks.add(piece["mark"])
    sets, word_sets = _signature_sets(literals, marks)
    alphabet = {categories: chr(_FIRST_SIGNATURE + n) for n, categories in enumerate(sets)}
    members: dict[str, list[str]] = {}
    for categories, character in alphabet.items():
        for category in categories:
            members.setdefault(category, []).append(character)
    classes = {category: _character_class(characters) for category, characters in members.items()}
    compiler = _Compiler(classes, macros)
    words = {
        word: (alphabet[plain], alphabet[titled], alphabet[opening])
        for word, (plain, titled, opening) in word_sets.items()
    }
    return Grammar(
        rules=tuple(compiler.compile(rule) for rule in rules),
        alphabet=alphabet,
        words=words,
        linking=compiler.pattern("LINKING"),
    )


class _Compiler:
    def __init__(self, classes: dict[str, str], macros: dict[str, str]) -> None:
        self._classes = classes
        self._macros = macros
        self._expanded: dict[str, str] = {}

    def compile(self, rule: Rule) -> CompiledRule:
        slots: dict[str, str] = {}
        try:
            regex = re.compile(self._translate(rule.pattern, slots))
        except (re.error, ValueError) as error:
            raise ValueError(f"the rule {rule.name!r} does not compile: {error}") from error
        return CompiledRule(rule, regex, slots)

    def pattern(self, source: str) -> re.Pattern[str]:
        return re.compile(self._translate(source, {}))

    def _translate(self, source: str, slots: dict[str, str]) -> str:
        out: list[str] = []
        at = 0
        for piece in _PIECE.finditer(source):
            if piece.start() != at:
                raise ValueError(f"not understood: {source[at : piece.start()]!r}")
            at = piece.end()
            if piece["slot"]:
                slots[piece["slot"]] = piece["inner"]
                out.append(f"(?P<{piece['slot']}>{self._category(piece['inner'])})")
            elif piece["category"]:
                out.append(self._category(piece["category"]))
            elif piece["literal"]:
                out.append(self._classes["=" + piece["literal"]])
            elif piece["mark"]:
                out.append(self._classes["=" + piece["mark"]])
            elif piece["operator"]:
                operator = piece["operator"]
                out.append("(?:" if operator == "(" else operator)
        if at != len(source):
            raise ValueError(f"not understood: {source[at:]!r}")
        return "".join(out)

    def _category(self, name: str) -> str:
        if name in self._macros:
            if name not in self._expanded:
                self._expanded[name] = "(?:" + self._translate(self._macros[name], {}) + ")"
            return self._expanded[name]
        if name not in self._classes:
            raise ValueError(f"no category or macro {name}")
        return self._classes[name]


def _signature_sets(
    literals: set[str], marks: set[str]
) -> tuple[list[frozenset[str]], dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]]:
    """Every signature that a token may have, and for each known word those as plain, capitalised, sentence-opening."""
    lexicon = load_lexicon()
    sets: dict[frozenset[str], None] = dict.fromkeys([_OTHER, _CAPITALISED, _QUANTITY])
    of_word: dict[str, set[str]] = {literal: {"=" + literal} for literal in literals}
    for category, words in lexicon.categories.items():
        for word in words:
            of_word.setdefault(word, set()).add(category)
    known: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}
    for word, categories in of_word.items():
        titled_only = {name for name in categories if word in lexicon.titled.get(name, ())}
        untitled_only = {name for name in categories if word in lexicon.untitled.get(name, ())}
        marked = {name + "T" for name in untitled_only}
        known[word] = (
            frozenset(categories - titled_only),
            frozenset((categories - untitled_only) | marked),
            frozenset(categories | marked),
        )
        sets.update(dict.fromkeys(known[word]))
    for mark in [*marks, "/", "-", ".", ":", ",", "(", ")", "%"]:
        for tight in (False, True):
            sets[_mark_categories(mark, tight)] = None
    for digits in _sample_numbers():
        sets[_digit_categories(digits)] = None
    return list(sets), known


def _sample_numbers() -> list[str]:
    """Numbers enough to meet every signature that a number may have."""
    short = [str(number).zfill(length) for length in (1, 2) for number in range(10**length)]
    return [*short, "000", "100", "0000", "1000", "1001", "1900", "1901", "2100", "2101", "12345"]


def _mark_categories(mark: str, tight: bool) -> frozenset[str]:
    if mark in DASHES:
        mark = "-"
    name = {"/": "SLASH", "-": "DASH", ".": "DOT", ":": "COLON", ",": "COMMA"}.get(mark)
    categories = {"=" + mark}
    if name:
        categories |= {name, "T" + name} if tight else {name}
    return frozenset(categories)


@cache
def _digit_categories(digits: str) -> frozenset[str]:
    if len(digits) > _DIGIT_LENGTH:
        return frozenset({"LONGNUMBER"})
    number = int(digits)
    categories = {"NUM"}
    if len(digits) <= 2:
        categories |= {name for name, top in (("D", 31), ("M", 12), ("CENTURY", 21)) if 1 <= number <= top}
        if number <= 24:
            categories.add("H")
    if len(digits) == 2:
        categories |= {"YY", "MIN"} if number < 60 else {"YY"}
        if number % 10 == 0:
            categories.add("TENS")
    if len(digits) in (3, 4) and number >= 100:
        categories.add("ANYYEAR")
    if len(digits) == 4 and 1900 <= number <= 2099:
        categories.add("YEAR")
        if number % 10 == 0:
            categories.add("DECADE")
    return frozenset(categories)


def _character_class(characters: list[str]) -> str:
    escaped = "".join(re.escape(character) for character in sorted(characters))
    return f"[{escaped}]" if len(characters) > 1 else escaped
