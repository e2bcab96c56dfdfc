"""What can stop a whole run; the message of each is one line for the user."""

from __future__ import annotations


class BatchError(Exception):
    """The run cannot go on; what is done is kept."""


class OptionsError(BatchError):
    """The output folder was begun with other options."""


class InputsError(BatchError):
    """There is nothing to read under the names of the inputs."""


class WorkerError(BatchError):
    """A worker cannot work at all, on any article."""

    def __init__(self, reason: str, *, is_model: bool = False) -> None:
        super().__init__(reason)
        self.is_model = is_model
