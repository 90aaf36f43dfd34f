"""Check: what would harm a reader or break a channel, told before anything is published.

Five doors: in `examining` `publication` for what editors wrote, `message` for the emails made of it, `file` for one of
anybody's, `podcast_feed` for anybody's feed; in `proofreading` `proofread` for how editors wrote it. `verdict` knows
what findings amount to, `reporters` how they are told. Nothing is brought in here: who asks one may need no other.
One rule is one file, in `rules/`, `writing_rules/`, `message_rules/` and `feed_rules/`; `registry.py` lists them.
"""
