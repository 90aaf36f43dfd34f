"""Rules for good writing: each looks at one text, as a Reading, and at what the house style says."""
