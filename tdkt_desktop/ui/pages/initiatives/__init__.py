"""The page of initiatives: the list, the card of one, its scoring, and the ledger of uses."""
