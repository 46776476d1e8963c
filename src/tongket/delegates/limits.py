"""How long a list of people may be; the same at every door."""

# So many people a unit of a group sends at most, by the page, by JSON and in a list that the office brings in.
MOST_PEOPLE = 200
# A list brought in at once: each unit in it is handed in for itself, so it takes some seconds.
MOST_BROUGHT_IN = 500
# Lines beyond what a list takes that still come back as they were typed.
MOST_LINES_BACK = 600
