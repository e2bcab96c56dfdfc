"""The double quotation marks that Indonesian texts use; single ones are also apostrophes."""

from __future__ import annotations

OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
# Straight marks open and close.
EITHER = '"'
MARKS = OPENING | CLOSING | {EITHER}
