"""Pure functions from text to readings: numbers, durations, dates, countries, quoted words.

Every reader has the form `read(text, language) -> list[...]` with language a BCP 47 code (`en`,
`ru`, `kk`, `it`; anything else: the rules common to all, both readings where languages differ).
"""
