"""The meeting: nominees, votes, outcomes."""
