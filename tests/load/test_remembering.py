from pathlib import Path

from pressroom.load.remembering import remember
from pressroom.model.base import Model
from pressroom.store import Store


class Small(Model):
    """A value."""

    size: int


class Large(Model):
    """A value of another shape."""

    size: int
    weight: int = 0


def test_a_value_is_made_once(tmp_path: Path) -> None:
    store = Store(tmp_path)

    assert remember(store, "size", "x", Small, lambda: Small(size=1)) == Small(size=1)
    assert remember(store, "size", "x", Small, lambda: Small(size=2)) == Small(size=1)
    assert remember(store, "size", "y", Small, lambda: Small(size=2)) == Small(size=2)


def test_without_a_folder_a_value_is_made_each_time() -> None:
    sizes = iter((1, 2))
    made = [remember(Store(None), "size", "x", Small, lambda: Small(size=next(sizes))) for _ in range(2)]
    assert made == [Small(size=1), Small(size=2)]


def test_a_value_of_another_shape_is_made_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    remember(store, "size", "x", Small, lambda: Small(size=1))

    assert remember(store, "size", "x", Large, lambda: Large(size=2)) == Large(size=2)
