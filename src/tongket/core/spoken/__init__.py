"""How long a Vietnamese text takes to say: numbers, dates, units, codes and abbreviations as they are spoken."""
