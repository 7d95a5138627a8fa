"""Arabic as a craft: joining, order, width and wrapping for terminals; digits, dates and search folding."""
