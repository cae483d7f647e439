"""The page "Tiến độ": the year's work as table, board, calendar and timeline; movements."""
