"""The press: a theme made ready to print messages in a publication's colours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pressroom.model.brand import Brand
from pressroom.model.theme import Theme
from pressroom.render.newsletter.contents import Contents, Item
from pressroom.render.newsletter.faults import ThemeFaulty
from pressroom.render.newsletter.inlining import DOCTYPE, inline, lost
from pressroom.render.newsletter.style import Style, style
from pressroom.render.newsletter.wording import Wording

TEMPLATE = "message.html"


@dataclass(frozen=True)
class Press:
    """A theme, set up: its templates compiled, its style in the publication's colours. Made once, it prints many."""

    theme: Theme
    style: Style
    template: Template

    def print(self, contents: Contents, wording: Wording) -> str:
        """Return a message's HTML, its style inlined.

        Raises:
            ThemeFaulty: a template fails, or what it makes lost the doctype or rules of the style.

        """
        html = inline(self._fill(contents, wording))
        self._inspect(html)
        return html

    def draft(self, contents: Contents, wording: Wording) -> str:
        """Return a message's HTML without the style that is written into its elements, which takes most of the time.

        Raises:
            ThemeFaulty: a template fails.

        """
        return self._fill(contents, wording).replace(self.style.inlined, "", 1)

    def _fill(self, contents: Contents, wording: Wording) -> str:
        try:
            return self.template.render(
                issue=contents,
                say=wording.say,
                letter=Markup(contents.letter.html),  # noqa: S704 - sanitised by prose, placed by tree
                whole=_whole,
                style=Markup(self.style.inlined),  # noqa: S704 - the theme's own
                kept=tuple(Markup(sheet) for sheet in self.style.kept),  # noqa: S704 - the theme's own
                colours=self.style.colours,
                fonts=self.style.fonts,
            )
        except (TemplateError, TypeError, ArithmeticError) as fault:
            raise _faulty(fault, self.theme.files) from fault

    def _inspect(self, html: str) -> None:
        if not html.startswith(DOCTYPE):
            raise ThemeFaulty(TEMPLATE, 1, f"The message does not begin with {DOCTYPE}.", f"Write it first: {DOCTYPE}")
        missing = lost(html, self.style.kept)
        if missing:
            raise ThemeFaulty(
                TEMPLATE,
                1,
                f"The message lost {len(missing)} lines of its style, the first of them: {missing[0]}",
                'Write each sheet of `kept` into a <style data-premailer="ignore"> of its own.',
            )


class _Sandbox(ImmutableSandboxedEnvironment):
    """Decides once for each type of value which of its attributes a template may have; nothing else decides it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._decided: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may have an attribute."""
        known = type(obj), attr
        if known not in self._decided:
            self._decided[known] = super().is_safe_attribute(obj, attr, value)
        return self._decided[known]


def set_up(theme: Theme, brand: Brand, compiled: BytecodeCache | None = None) -> Press:
    """Set a theme up in a brand's colours; templates that were compiled before are taken from where they are kept.

    Raises:
        ThemeFaulty: a template or a style sheet is missing or does not work.

    """
    # Whatever the file's suffix, every value is escaped; what is missing is a fault, not an empty string;
    # and a template cannot reach into Python.
    environment = _Sandbox(
        loader=FunctionLoader(_source_of(theme.files)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
    )
    try:
        template = environment.get_template(TEMPLATE)
    except TemplateError as fault:
        raise _faulty(fault, theme.files) from fault
    return Press(theme=theme, style=style(theme.files, brand), template=template)


def _whole(story: Item) -> Markup:
    """Return all of a story, for one that has it."""
    return Markup(story.whole.html if story.whole else "")  # noqa: S704 - sanitised by prose, placed by tree


def _source_of(files: Mapping[str, str]) -> Callable[[str], Any]:
    """Return a loader that gives each template its name as its place, so that faults can say where they are."""
    return lambda name: (files[name], name, None) if name in files else None


def _faulty(fault: Exception, files: Mapping[str, str]) -> ThemeFaulty:
    name, line = _place(fault, files)
    return ThemeFaulty(name, line, f"The template does not work: {fault}", "Compare it with Pressroom's own.")


def _place(fault: Exception, files: Mapping[str, str]) -> tuple[str, int]:
    """Return the template and the line in which something failed; Jinja writes them into the traceback."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.name or TEMPLATE, fault.lineno
    place, step = (TEMPLATE, 1), fault.__traceback__
    while step:
        name = step.tb_frame.f_code.co_filename
        place = (name, step.tb_lineno) if name in files else place
        step = step.tb_next
    return place
