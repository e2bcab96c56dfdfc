"""What the system refused, in words for a message."""

from __future__ import annotations


def reason_of(error: OSError) -> str:
    """Why it was refused, in small letters: `no such file or directory`."""
    return (error.strerror or str(error)).lower()


def refusal(error: OSError) -> str:
    """The file, as far as it is known, and why it was refused: `a.txt: permission denied`."""
    return f"{error.filename}: {reason_of(error)}" if error.filename else reason_of(error)
