"""The law as data: its reader and the evaluator of conditions."""
