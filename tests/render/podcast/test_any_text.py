"""Whatever stands in a text, the files that are made of it can be read."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.builders import audio, prose
from tests.render.podcast.reading import ADA, at_now, talk, whole

from pressroom.model.podcast import Chapter, Cue, Soundbite, Transcript
from pressroom.render import podcast

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_text_breaks_the_feed_or_the_chapters(data: st.DataObject) -> None:
    def text() -> str:
        return data.draw(ANY_TEXT)

    chapter = Chapter(start=0, title=text(), url=text())
    notes = prose(html=text(), text=text())
    heard = audio(path=None, url=text())
    said = Transcript(path="t.vtt", cues=(Cue(start=0, end=1, speaker=text(), text=text()),))
    bites = (Soundbite(start=0, duration=20, title=text()),)
    one = talk(title=text(), guid=text(), summary=text(), prose=notes, chapters=(chapter,), audio=heard)
    one = one.but(transcript=said, soundbites=bites, type="trailer", season=1)
    named = {"title": text(), "description": text(), "author": text(), "guid": text(), "language": text()}
    everything = whole(one, owner_email=text(), categories=(text(), f"{text()} > {text()}"), **named)
    show = everything.show
    assert show is not None
    more = {"seasons": {1: text()}, "hosts": ("ada",), "moved_to": text()}
    everything = everything.but(show=show.but(**more))
    ada = ADA.but(name=text(), role=text())
    feed, _, _, _, chapters = podcast.render(at_now(everything.but(people={"ada": ada})))
    assert len(etree.fromstring(feed.data).findall("channel/item")) == 1
    assert len(json.loads(chapters.data)["chapters"]) == 1
