"""Pure functions from text to readings: numbers, durations, dates, countries, quoted words.

Every reader has the form `read(text, language) -> list[...]` with language a BCP 47 code (`en`,
`ru`, `kk`, `it`; anything else: the rules common to all, both readings where languages differ).

A text is cut up in `text`, a language's words are known to `lexicon` from the tables in
`languages`, what one number is stands in `numbers`, and `quantities` reads it among the words
around it; `verdicts` holds claims against what was read.
"""
