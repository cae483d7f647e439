"""How lines and tables are understood: one module for each question that is asked of them."""
