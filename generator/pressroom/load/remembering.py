"""Values that need not be made twice, kept in the store, packed."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import TypeVar

from pydantic import BaseModel

from pressroom.model.bulk import packed, unpacked
from pressroom.store import Store

M = TypeVar("M", bound=BaseModel)


def remember(store: Store, kind: str, key: str, model: type[M], make: Callable[[], M]) -> M:
    """Return a value that was kept, or make it and keep it; one of another shape than the model's is not found."""
    if not store.keeps:
        return make()
    data = store.remember(kind, f"packed {shape(model)} {key}", lambda: packed(make()))
    return unpacked(model, data)


@cache
def shape(model: type[BaseModel]) -> str:
    """Return a digest of what a model's values look like."""
    return sha256(repr(model.model_json_schema()).encode()).hexdigest()
