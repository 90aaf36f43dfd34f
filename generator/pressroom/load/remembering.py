"""Values that need not be made twice, kept in the store, packed."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import TypeVar

from msgspec.inspect import type_info

from pressroom.model.base import Model
from pressroom.model.bulk import packed, unpacked
from pressroom.store import Store

M = TypeVar("M", bound=Model)


def remember(store: Store, kind: str, key: str, model: type[M], make: Callable[[], M]) -> M:
    """Return a value that was kept, or make it and keep it; one of another shape than the model's is not found."""
    if not store.keeps:
        return make()
    key = f"packed {shape(model)} {key}"  # type: ignore[arg-type] # a class is hashable
    data = store.remember(kind, key, lambda: packed(make()))
    return unpacked(model, data)


@cache
def shape(model: type[Model]) -> str:
    """Return a digest of what a model's values look like."""
    return sha256(repr(type_info(model)).encode()).hexdigest()
