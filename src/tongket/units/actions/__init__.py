"""Every write to the directory, one module for each kind of thing that is written."""

from tongket.units.actions.directories import Imported, import_directory, import_file
from tongket.units.actions.installation import AlreadyBegun, begin_installation
from tongket.units.actions.people import (
    add_person,
    change_person,
    contact_of,
    end_membership,
    resume_membership,
    take_back_person,
    user_of,
    values_of,
)
from tongket.units.actions.units import (
    BadUnit,
    TooLate,
    change_unit,
    create_unit,
    create_unit_named,
    end_unit,
    take_back_unit,
)

__all__ = [
    "AlreadyBegun",
    "BadUnit",
    "Imported",
    "TooLate",
    "add_person",
    "begin_installation",
    "change_person",
    "change_unit",
    "contact_of",
    "create_unit",
    "create_unit_named",
    "end_membership",
    "end_unit",
    "import_directory",
    "import_file",
    "resume_membership",
    "take_back_person",
    "take_back_unit",
    "user_of",
    "values_of",
]
