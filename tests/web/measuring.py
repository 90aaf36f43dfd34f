"""Measures what readers meet on a page: what runs out of it, what is pale or small, and what axe finds."""

from collections.abc import Mapping
from typing import Any, Final

from playwright.sync_api import Page

_OF_PAGES: Final = ("landmark-one-main", "region")
"""Rules of axe for whole pages: a message stands inside the page of a mail program, which has the landmarks."""

_BEYOND: Final = "() => document.scrollingElement.scrollWidth - innerWidth"
_CULPRITS: Final = """() => [...document.querySelectorAll("body *")]
  .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
  .map(element => `${element.tagName.toLowerCase()}.${element.className}`).slice(0, 5)"""

_ALL: Final = """rules => axe.run({rules: Object.fromEntries(rules.map(rule => [rule, {enabled: false}]))})
  .then(found => found.violations)"""
_CONTRAST: Final = "() => axe.run({runOnly: ['color-contrast']}).then(found => found.violations)"

_TARGETS: Final = """least => {
  const alone = link => {
    const block = link.closest("p, li, td, h1, h2, h3, h4, h5, h6, div")
    const rest = block.cloneNode(true)
    rest.querySelectorAll("a").forEach(other => other.remove())
    return !/[\\p{L}\\p{N}]/u.test(rest.textContent)
  }
  return [...document.querySelectorAll("a[href]")].filter(alone)
    .map(link => [link, (link.querySelector("img") ?? link).getBoundingClientRect()])
    .filter(([_, box]) => box.width < least || box.height < least)
    .map(([link, box]) => `${link.textContent.trim()}: ${box.width} by ${box.height} px`)
}"""

_LETTERS: Final = """([least, read]) => {
  const aside = ".byline, .caption, .editor, .footer, .footnotes, .data, .label"
  const own = element => [...element.childNodes].filter(node => node.nodeType == 3).map(node => node.data).join("")
  return [...document.querySelectorAll("body *")].filter(element => element.checkVisibility() && own(element).trim())
    .map(element => [element, parseFloat(getComputedStyle(element).fontSize)])
    .filter(([element, size]) => size < least
      || size < read && !element.closest(aside) && element.closest("p, li, dd, td, div").textContent.trim().length > 60)
    .map(([element, size]) => `${size} px: ${element.textContent.trim()}`)
}"""
"""What is beside the text, such as captions and tables, may be smaller; as may what is shorter than a line."""

_HEADINGS: Final = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .map(heading => Number(heading.tagName[1]))"""

_COLOURS: Final = """() => [...document.querySelectorAll("body *")]
  .filter(element => element.checkVisibility()).map(element => {
  const {color, backgroundColor, borderTopColor, borderTopWidth} = getComputedStyle(element)
  const says = [...element.childNodes].some(node => node.nodeType == 3 && node.data.trim())
  const name = `${element.tagName.toLowerCase()}.${element.className}`
  return [name, says ? color : "", backgroundColor, parseFloat(borderTopWidth) ? borderTopColor : ""]
})"""
"""Of every element: what it is, its text's colour if it has one, its surface's and its line's."""


def out_of_page(page: Page) -> list[str]:
    """Return how far the page can be scrolled sideways and what makes it so; nothing where it cannot."""
    beyond = page.evaluate(_BEYOND)
    return [f"{beyond} px", *page.evaluate(_CULPRITS)] if beyond > 0 else []


def violations(page: Page) -> list[str]:
    """Return what axe finds; the page must have axe."""
    return [_told(violation) for violation in page.evaluate(_ALL, _OF_PAGES)]


def contrast(page: Page) -> list[str]:
    """Return what axe finds too pale (WCAG 2.2, 1.4.3); the page must have axe."""
    return [_told(violation) for violation in page.evaluate(_CONTRAST)]


def small_targets(page: Page, least: int) -> list[str]:
    """Return the links that stand by themselves and are smaller than so many CSS pixels either way."""
    return list(page.evaluate(_TARGETS, least))


def small_letters(page: Page, *, least: int, read: int) -> list[str]:
    """Return what is set in less than so many CSS pixels: anything, and what is read."""
    return list(page.evaluate(_LETTERS, [least, read]))


def headings(page: Page) -> list[int]:
    """Return the levels of all headings, in order."""
    return list(page.evaluate(_HEADINGS))


def colours(page: Page) -> list[list[str]]:
    """Return every element, and the colours that are seen of it."""
    return list(page.evaluate(_COLOURS))


def _told(violation: Mapping[str, Any]) -> str:
    nodes = "\n".join(f"    {node['html']}\n      {node['failureSummary']}" for node in violation["nodes"])
    return f"{violation['id']}: {violation['help']}\n{nodes}"
