"""Values that need not be made twice, kept in the store as JSON."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import TypeVar

from pydantic import BaseModel

from pressroom.store import Store

M = TypeVar("M", bound=BaseModel)


def remember(store: Store, kind: str, key: str, model: type[M], make: Callable[[], M]) -> M:
    """Return a value that was kept, or make it and keep it; one of another shape than the model's is not found."""
    if not store.keeps:
        return make()
    data = store.remember(kind, f"{_shape(model)} {key}", lambda: make().model_dump_json().encode())
    return model.model_validate_json(data)


@cache
def _shape(model: type[BaseModel]) -> str:
    return sha256(repr(model.model_json_schema()).encode()).hexdigest()
