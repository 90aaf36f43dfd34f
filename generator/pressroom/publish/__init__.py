"""What was built goes out, exactly once: the ledger, and every effect outside that it keeps book of."""
