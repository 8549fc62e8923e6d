"""Where the quoted words stand in a source: exactly, or under a fixed typographic fold."""
