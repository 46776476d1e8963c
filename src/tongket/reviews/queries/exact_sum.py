"""Sums of decimals that are exact on every database."""

from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, DecimalField, Sum
from django.db.models.sql.compiler import SQLCompiler

PLACES = 4


class _Exact(DecimalField[Decimal, Decimal]):
    """A decimal that the database gives as text where it cannot give it exactly as a number."""

    def get_internal_type(self) -> str:
        """A type of our own, so that the database's own conversion through binary fractions is left out."""
        return "ExactDecimal"

    def from_db_value(self, value: object, *_context: object) -> Decimal | None:
        """Text of SQLite back into a number; other databases give one."""
        if not isinstance(value, str):
            return value if value is None else Decimal(str(value))
        whole, _, rest = value.partition("|")
        return Decimal(whole) + Decimal(rest).scaleb(-PLACES)


class ExactSum(Sum):
    """`Sum` of a DecimalField with four places.

    SQLite keeps decimals as binary fractions and would add up their errors; whole numbers and ten-thousandths are added
    up apart there, as integers.
    """

    def __init__(self, expression: str) -> None:
        super().__init__(expression, output_field=_Exact(max_digits=28, decimal_places=PLACES))

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:  # noqa: ANN401 -- Django's own
        """Both sums as one text, `12|5000` for 12,5."""
        template = (
            "SUM(CAST(%(expressions)s AS INTEGER)) || '|' || "
            f"SUM(CAST(ROUND((%(expressions)s - CAST(%(expressions)s AS INTEGER)) * 1{'0' * PLACES}) AS INTEGER))"
        )
        sql, params = Aggregate.as_sql(self, compiler, connection, template=template, **context)
        return sql, tuple(params) * 3
