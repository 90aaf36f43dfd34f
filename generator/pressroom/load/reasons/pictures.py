"""Why there are rules about pictures, logos, fonts and colours."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "font": Reason(
        "With a font that is not there, each browser takes one of its own, and the pages look like nobody's.",
        "fonts:\n  headings: newsreadr",
        "fonts:\n  headings: newsreader",
    ),
    "font-missing": Reason(
        "With a font that is not there, each browser takes one of its own, and the pages look like nobody's.",
        "text: [house.woff2, sans]      (and no content/fonts/house.woff2)",
        "text: [house.woff2, sans]      (with that file)",
    ),
    "logo-size": Reason(
        "On a phone a logo is drawn with two or three pixels for each one, so that a small one looks washed out.",
        "logo: logo.png      (40 × 30 pixels)",
        "logo: logo.png      (512 pixels high)",
    ),
    "picture-broken": Reason(
        "Readers see a torn frame, or half of the picture and grey below. Mostly an upload or a copy was not finished.",
        "image: quay.jpg      (which breaks off in the middle)",
        "image: quay.jpg      (exported once more)",
    ),
    "picture-missing": Reason(
        "Readers would see an empty frame where the story promises a picture.",
        "image: quai.jpg      (the file is quay.jpg)",
        "image: quay.jpg",
    ),
    "picture-name": Reason(
        "A space or an accent is written otherwise in an address, and some mail programs then show no picture.",
        "The quay, 2.JPG",
        "the-quay-2.jpg",
    ),
    "picture-too-large": Reason(
        "A file of that size takes minutes to make ready for phones, and can bring the machine to a halt.",
        "quay.png      (20,000 × 20,000 pixels)",
        "quay.jpg      (4,000 × 3,000 pixels, as a phone takes it)",
    ),
    "picture-type": Reason(
        "Mail programs and older phones do not show other kinds; a drawing in SVG can run something.",
        "image: quay.heic",
        "image: quay.jpg",
    ),
}
