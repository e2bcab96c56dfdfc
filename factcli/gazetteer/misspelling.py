"""Whether one name is another misspelt: every word but one the same, that one a letter or two off.

Damerau-Levenshtein distance (Damerau 1964) by rapidfuzz; words of one or two letters must be the same, for they
tell people apart (`Kim Jong Un`, `Kim Jong Il`), and so must the first letter of a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# A word of so many letters is never misspelt, one of so many may have two letters wrong instead of one.
SHORT, LONG = 2, 8
FARTHEST = 2
# What is shown to a person who looks a name up is at least so like it.
LIKEST_AT_LEAST = 0.75


def similarity(written: Sequence[str], name: Sequence[str], shortest: int = SHORT + 1) -> float:
    """From 0 (not that name) to below 1: how near the words written are to the words of the name, in order.

    The word that differs has at least `shortest` letters in both.
    """
    if len(written) != len(name):
        return 0.0
    differing = [(one, other) for one, other in zip(written, name, strict=True) if one != other]
    if len(differing) != 1:
        return 0.0
    one, other = differing[0]
    if one[0] != other[0] or min(len(one), len(other)) < shortest or one.isdigit() or other.isdigit():
        return 0.0
    from rapidfuzz.distance import OSA

    allowed = FARTHEST if min(len(one), len(other)) >= LONG else 1
    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance > allowed:
        return 0.0
    return 1 - distance / sum(map(len, name))


def nearest(written: str, names: Iterable[str], limit: int) -> list[tuple[str, float]]:
    """The names, all folded, that are most like what is written, best first, each with its similarity, 0 to 1.

    Meant for a person who looks something up, who sees what was found instead; far looser than `similarity`.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not written:
        return []
    # What lacks more letters than that is not like it: a text of thousands of letters is compared with nothing.
    long_enough = [name for name in names if len(name) >= LIKEST_AT_LEAST * len(written)]
    found = process.extract(
        written, long_enough, scorer=OSA.normalized_similarity, limit=limit, score_cutoff=LIKEST_AT_LEAST
    )
    return [(name, likeness) for name, likeness, _ in found]
