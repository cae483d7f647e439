"""The page of awards: registration, conditions, review, nominations and votes, dossiers."""
