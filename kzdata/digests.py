"""SHA-256 digests as they are written everywhere here: 64 lower-case hexadecimal digits."""


def is_digest(text: str) -> bool:
    """Whether `text` is a SHA-256 as we write it: 64 lower-case hexadecimal digits.

    >>> is_digest("0" * 64), is_digest("A" * 64)
    (True, False)
    """
    return len(text) == 64 and not text.strip("0123456789abcdef")
