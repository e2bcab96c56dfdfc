"""The double quotation marks that Indonesian texts use; single ones are also apostrophes."""

from __future__ import annotations

# Straight marks open and close.
EITHER = '"'
CLOSED_BY = {"“": "”", "«": "»", "„": "”", EITHER: EITHER}
OPENING = CLOSED_BY.keys() - {EITHER}
CLOSING = frozenset(CLOSED_BY.values()) - {EITHER}
MARKS = OPENING | CLOSING | {EITHER}
