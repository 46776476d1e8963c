"""A unit's usual report, read: sections by heading, figures with the sentence beside them, named models. Pure."""
