"""Values that need not be made twice, kept in the store as JSON."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from typing import TypeVar

from pydantic import BaseModel

from pressroom import crew
from pressroom.store import Store

M = TypeVar("M", bound=BaseModel)


def remember(store: Store, kind: str, key: str, model: type[M], make: Callable[[], M]) -> M:
    """Return a value that was kept, or make it and keep it; one of another shape than the model's is not found."""
    if not store.keeps:
        return make()
    data = store.remember(kind, f"{_shape(model)} {key}", lambda: make().model_dump_json().encode())
    return model.model_validate_json(data)


def remember_ahead(store: Store, kind: str, model: type[M], makers: Mapping[str, Callable[[], M]]) -> None:
    """Make on every core what the store lacks, and keep it; where nothing is kept, nothing is made."""
    if not store.keeps:
        return
    shape = _shape(model)
    lacking = [key for key in makers if store.lacks(kind, f"{shape} {key}")]
    for key, data in zip(lacking, crew.each(lambda key: makers[key]().model_dump_json(), lacking), strict=True):
        store.put(kind, f"{shape} {key}", data.encode())


@cache
def _shape(model: type[BaseModel]) -> str:
    return sha256(repr(model.model_json_schema()).encode()).hexdigest()
