from PIL import Image, ImageDraw

from pressroom.build.share_cards.cropping import cropped


def striped(size: tuple[int, int], box: tuple[int, int, int, int]) -> Image.Image:
    """A grey picture with stripes of black and white in one place."""
    image = Image.new("RGB", size, "#808080")
    draw = ImageDraw.Draw(image)
    for x in range(box[0], box[2], 20):
        draw.rectangle((x, box[1], x + 10, box[3]), "white")
        draw.rectangle((x + 10, box[1], x + 20, box[3]), "black")
    return image


def detail(image: Image.Image) -> int:
    """Return how much of a picture is not grey, in a hundred."""
    grey = image.convert("L").point(lambda value: 0 if 100 < value < 156 else 1)
    return round(100 * sum(grey.tobytes()) / (image.width * image.height))


def test_what_there_is_to_see_stays_in_a_picture_that_is_too_wide() -> None:
    image = striped((1600, 600), (1200, 100, 1560, 500))
    assert detail(cropped(image, 300, 300)) >= 0.9 * 100 * (360 * 400) / (600 * 600)


def test_what_there_is_to_see_stays_in_a_picture_that_is_too_high() -> None:
    image = striped((600, 1600), (100, 60, 500, 400))
    assert detail(cropped(image, 300, 300)) >= 0.9 * 100 * (400 * 340) / (600 * 600)


def test_where_there_is_nothing_to_see_the_middle_stays() -> None:
    image = Image.new("RGB", (1600, 600))
    for x in range(1600):
        image.paste((x // 8, 0, 0), (x, 0, x + 1, 600))
    left, right = (cropped(image, 300, 300).getpixel((x, 150)) for x in (0, 299))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert 50 < left[0] < 75
    assert 125 < right[0] < 150


def test_a_picture_of_the_right_shape_is_scaled_alone() -> None:
    image = striped((800, 400), (0, 0, 780, 400))
    assert cropped(image, 200, 100).size == (200, 100)
    assert cropped(image.resize((20, 10)), 560, 630).size == (560, 630), "a small one is made larger"


def test_of_a_picture_that_is_hardly_there_the_middle_stays() -> None:
    image = Image.new("RGB", (900, 3))
    image.paste((255, 255, 255), (300, 0, 600, 3))
    assert cropped(image, 30, 30).getpixel((15, 15)) == (255, 255, 255)
