"""What is free is given back where the C library can, and nothing is asked of another."""

from __future__ import annotations

import ctypes
import os

import pytest

from factcli.batch import memory


@pytest.fixture(autouse=True)
def unknown() -> None:
    """Forget what this C library can do."""
    memory._trim.cache_clear()


def test_memory_is_given_back() -> None:
    memory.give_back()


def test_the_user_says_how_many_kernels_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "ONEDNN_PRIMITIVE_CACHE_CAPACITY"
    monkeypatch.delenv(name, raising=False)
    memory.keep_few_kernels()
    assert os.environ[name] == memory.KERNELS
    monkeypatch.setenv(name, "500")
    memory.keep_few_kernels()
    assert os.environ[name] == "500"


@pytest.mark.parametrize("library", [OSError("no such library"), TypeError("no name"), object()])
def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch, library: object) -> None:
    def load(_name: None) -> object:
        if isinstance(library, Exception):
            raise library
        return library

    monkeypatch.setattr(ctypes, "CDLL", load)
    memory.give_back()
    assert memory._trim() is None
    memory._trim.cache_clear()
