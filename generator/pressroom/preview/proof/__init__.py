"""The proof: how an issue will reach its readers, as one folder that opens from disk, for a pull request to carry."""
