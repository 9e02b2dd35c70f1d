"""The declarative base and its naming of constraints, so that migrations can name what they change."""

from sqlalchemy import BigInteger, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase

Identity = BigInteger().with_variant(Integer, "sqlite")
"""A surrogate key: 64 bits on both databases (SQLite counts only INTEGER keys up by itself)."""


class Base(DeclarativeBase):
    """All tables hang here."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
