"""How the figures of many units become one: sums, means, rates, coverage, periods compared, told twice. Pure."""
