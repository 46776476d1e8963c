"""The working days of this installation: the national calendar under what the office itself declared."""

from tongket.core.calendar import OfficeDay, WorkCalendar
from tongket.core.models import Holiday


def work_calendar() -> WorkCalendar:
    """The calendar with every day that the office declared off or worked; one query."""
    declared = Holiday.objects.values_list("held_on", "name", "is_working")
    return WorkCalendar({day: OfficeDay(name, is_working) for day, name, is_working in declared})
