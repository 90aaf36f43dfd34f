"""The nouns of a publication: frozen values that read and write nothing."""
