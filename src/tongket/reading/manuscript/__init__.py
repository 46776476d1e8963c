"""Files of authors read whole: their text in order with the dress it wears, so that it can be laid out anew."""
