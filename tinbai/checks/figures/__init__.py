"""Rules on numbers: sums, shares, figures in words, lists, forms and units."""
