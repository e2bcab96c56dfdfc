"""The gazetteer in memory: loaded in a tenth of a second, searched by exact, folded and misspelt names.

In the spirit of the knowledge base of scispaCy (Neumann et al. 2019, ScispaCy: Fast and Robust Models for Biomedical
Natural Language Processing): a name goes in, candidate entities come out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from factcli.gazetteer.extra import Places, read_extra
from factcli.gazetteer.folding import fold
from factcli.gazetteer.misspelling import FARTHEST, nearest, similarity
from factcli.gazetteer.records import AliasKind, Candidate, GazetteerRecord, Match
from factcli.gazetteer.regional import name_of_key, regional_body
from factcli.gazetteer.tables import DATA, alias_lines, checked, entity_lines, lines, record
from factcli.schema import Label

# Forms that count only in the case they are written in: `AS` is a country, `as` and `As` are not.
CASED: frozenset[AliasKind] = frozenset({"abbreviation"})


# Organisations and places differ by a letter of a short word (`PKB`, `PKP`); people misspelt do too (`Jon`, `Jong`).
SHORTEST_IN_OTHERS = 5
# For saying what kind of thing a name is: how likely it must be, and from what share of that another is a rival.
LIKELY = 0.5
RIVAL = 0.6


class Gazetteer:
    """Entities and their names; made by `Gazetteer.load()`."""

    def __init__(self, entities: dict[str, str], aliases: dict[str, str], extra_ids: dict[str, str]) -> None:
        self._entities = entities
        self._aliases = aliases
        self._extra_ids = extra_ids
        self._records: dict[str, GazetteerRecord] = {}

    @classmethod
    def load(cls, extra: Sequence[Path] = (), failed: Callable[[str], None] | None = None) -> Gazetteer:
        """The gazetteer of the package, with the user's own tables after it (see `extra.read_extra`).

        A bad row of theirs is reported to `failed` and skipped; without `failed` it raises GazetteerError, as does a
        file that is no such table.
        """
        entities, aliases = entity_lines(DATA / "entities.tsv"), alias_lines(DATA / "aliases.tsv")
        extra_ids: dict[str, str] = {}
        for path in sorted((DATA / "ids").glob("*.tsv")):
            extra_ids.update((line.split("\t", 2)[0], line.split("\t", 2)[1]) for line in lines(path))
        places: Places = {}
        own: dict[str, list[str]] = defaultdict(list)
        for path in extra:
            for line, names in read_extra(path, failed, places):
                key = line[: line.index("\t")]
                entities[key] = line
                extra_ids.pop(key, None)
                for folded, rest in names:
                    own[folded].append(rest)
        for folded, rests in own.items():
            aliases[folded] = "\n".join([aliases[folded], *rests] if folded in aliases else rests)
        return cls(entities, aliases, extra_ids)

    def __len__(self) -> int:
        return len(self._entities)

    def __contains__(self, key: object) -> bool:
        return key in self._entities

    def __iter__(self) -> Iterator[str]:
        """The keys, in the order of the tables."""
        return iter(self._entities)

    def get(self, key: str) -> GazetteerRecord | None:
        """The record with this key, or with this Wikidata id; None where there is none."""
        if key in self._records:
            return self._records[key]
        line = self._entities.get(key)
        if line is None:
            apart, regional = self._keys_of_extra_ids.get(key), name_of_key(key)
            if regional:
                return next((c.record for c in self._regional(regional, "ORG") if c.record.key == key), None)
            return self.get(apart) if apart else None
        found = self._records[key] = record(line, self._extra_ids)
        return found

    def find(self, name: str, label: Label | None = None) -> list[Candidate]:
        """The entities that `name` may stand for, likeliest first: those so written, else those so written but for
        case, marks, hyphens and stops, else (names of two words and more) those whose name it misspells.
        """
        return self.well_written(name, label) or _likeliest_first(self._misspelt(fold(name), label))

    def well_written(self, name: str, label: Label | None = None) -> list[Candidate]:
        """What `find` gives, less misspelt names, for which it takes a hundred times as long to look."""
        listed = self._listed(fold(name), name, label)
        exact = [candidate for candidate in listed if candidate.match == "exact"]
        return _likeliest_first(exact or listed or self._regional(name, label))

    def label_of(self, name: str) -> Label | None:
        """The label of what `name`, so written, stands for in the news; None where it is unknown, unlikely (a prior
        under one half) or as likely a thing of another label.
        """
        # Not `find`: looking for misspelt names takes a hundred times as long, and none of them counts here.
        found = [candidate.record for candidate in self._listed(fold(name), name, None) if candidate.match == "exact"]
        likeliest = max((record.prior for record in found), default=0.0)
        if likeliest < LIKELY:
            return None
        near = {record.label for record in found if record.prior >= RIVAL * likeliest}
        return near.pop() if len(near) == 1 else None

    def bearers(self, name: str, label: Label) -> frozenset[str]:
        """The keys of all of that label who bear the name, misspelt ones not counted."""
        return frozenset(candidate.record.key for candidate in self.well_written(name, label))

    def search(self, text: str, limit: int = 20) -> list[Candidate]:
        """What a person looking for `text` may mean, at most `limit`: names found, then names that hold its words, and
        where there are none the names nearest in spelling.
        """
        found = {candidate.record.key: candidate for candidate in self.find(text)}
        ranks = {key: number for number, key in enumerate(found)}
        wanted = f" {fold(text)}"
        if wanted.strip():
            for folded in self._aliases:
                if wanted in f" {folded}":
                    for candidate in self._listed(folded, "", None):
                        found.setdefault(candidate.record.key, candidate)
        if not found:
            for folded, likeness in nearest(fold(text), self._aliases, limit):
                for candidate in self._listed(folded, "", None):
                    misspelt = msgspec.structs.replace(candidate, match="misspelt", similarity=likeness)
                    found.setdefault(candidate.record.key, misspelt)
            return sorted(found.values(), key=lambda c: (-c.similarity, -c.record.prior, c.alias))[:limit]
        ordered = sorted(found.values(), key=lambda c: (ranks.get(c.record.key, len(ranks)), -c.record.prior, c.alias))
        return ordered[:limit]

    def aliases(self, key: str) -> list[tuple[str, AliasKind]]:
        """Every form of the name of the entity with this key, with its kind, in alphabetical order."""
        found = {
            (alias, checked(kind, AliasKind, "aliases.tsv"))
            for rests in self._aliases.values()
            if key in rests
            for owner, alias, kind, _ in (rest.split("\t") for rest in rests.split("\n"))
            if owner == key
        }
        return sorted(found)

    def _listed(self, folded: str, name: str, label: Label | None) -> list[Candidate]:
        best: dict[str, Candidate] = {}
        for rest in filter(None, self._aliases.get(folded, "").split("\n")):
            key, alias, kind, _ = rest.split("\t")
            entity = self.get(key)
            if entity is None or (label is not None and entity.label != label):
                continue
            alias_kind: AliasKind = checked(kind, AliasKind, "aliases.tsv")
            # A word in small letters is no name, a website is one: `tribunnews.com`.
            common = name.islower() and "." not in name
            if alias != name and (alias_kind in CASED or (alias_kind == "short" and common)):
                continue
            match: Match = "exact" if alias == name else "normalised"
            if key not in best or best[key].match == "normalised":
                best[key] = Candidate(record=entity, alias=alias, alias_kind=alias_kind, match=match)
        return list(best.values())

    def _regional(self, name: str, label: Label | None) -> list[Candidate]:
        if label not in {None, "ORG"}:
            return []
        body = regional_body(
            name, lambda region: self.find(region, "LOC"), lambda body: self._listed(fold(body), body, "ORG")
        )
        return [body] if body else []

    def _misspelt(self, folded: str, label: Label | None) -> list[Candidate]:
        found: dict[str, Candidate] = {}
        words = folded.split()
        for form in self._near(words):
            if abs(len(form) - len(folded)) > FARTHEST:
                continue
            score = similarity(words, form.split())
            if score:
                for candidate in self._listed(form, "", label):
                    key, person = candidate.record.key, candidate.record.label == "PER"
                    if not person and not similarity(words, form.split(), SHORTEST_IN_OTHERS):
                        continue
                    if candidate.alias_kind != "misspelling" and (key not in found or found[key].similarity < score):
                        found[key] = Candidate(
                            record=candidate.record,
                            alias=candidate.alias,
                            alias_kind=candidate.alias_kind,
                            match="misspelt",
                            similarity=score,
                        )
        return list(found.values())

    def commonness(self, name: str) -> int:
        """In how many people's names of the gazetteer the rarest word of this name stands."""
        return min((self._words_of_people[word] for word in fold(name).split()), default=0)

    @cached_property
    def _words_of_people(self) -> Counter[str]:
        """How many people's names each word stands in."""
        counts: Counter[str] = Counter()
        for line in self._entities.values():
            _, label, _, name, _ = line.split("\t", 4)
            if label == "PER":
                counts.update(set(fold(name).split()))
        return counts

    def _near(self, words: list[str]) -> Iterator[str]:
        """The folded names of as many words that begin or end with the same one: all that differ in one word."""
        if len(words) > 1:
            yield from self._by_first_word.get((len(words), words[0]), ())
            for form in self._by_last_word.get((len(words), words[-1]), ()):
                if not form.startswith(words[0] + " "):
                    yield form

    @cached_property
    def _by_first_word(self) -> dict[tuple[int, str], list[str]]:
        return self._names_by(lambda folded: folded.partition(" ")[0])

    @cached_property
    def _by_last_word(self) -> dict[tuple[int, str], list[str]]:
        return self._names_by(lambda folded: folded.rpartition(" ")[2])

    def _names_by(self, word: Callable[[str], str]) -> dict[tuple[int, str], list[str]]:
        """The folded names of two words and more, by the number of their words and one of these."""
        names: dict[tuple[int, str], list[str]] = {}
        for folded in self._aliases:
            count = folded.count(" ") + 1
            if count > 1:
                names.setdefault((count, word(folded)), []).append(folded)
        return names

    @cached_property
    def _keys_of_extra_ids(self) -> dict[str, str]:
        return {item: key for key, item in self._extra_ids.items()}


def _likeliest_first(found: Iterable[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda c: (-c.similarity, -c.record.prior, c.record.key))
