"""Activities: the kind and the spot of a campaign, places that units book, what people thought.

Revision ID: 0030
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0030'
down_revision = '0029'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
HELD = sa.text('ended_at IS NULL')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def refers(table, name, to, nullable=True):
    key = sa.ForeignKey(to, name=op.f(f"fk_{table}_{name}_{to.partition('.')[0]}"))
    return sa.Column(name, KEY, key, nullable=nullable)


def upgrade() -> None:
    op.add_column('campaigns', sa.Column('kind', sa.String(12), nullable=True))
    op.add_column('campaigns', sa.Column('spot', sa.String(80), nullable=True))
    op.create_table('unit_bookings',
    sa.Column('id', KEY, nullable=False),
    refers('unit_bookings', 'shift_id', 'shifts.id', nullable=False),
    refers('unit_bookings', 'organisation_id', 'organisations.id', nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('came', sa.Integer(), nullable=True),
    refers('unit_bookings', 'booked_by', 'people.id'),
    at('at', False), at('told_at'), at('ended_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_unit_bookings'))
    )
    for name in ('shift_id', 'organisation_id'):
        op.create_index(op.f(f'ix_unit_bookings_{name}'), 'unit_bookings', [name])
    op.create_index('uq_unit_bookings_held', 'unit_bookings', ['shift_id', 'organisation_id'], unique=True,
                    sqlite_where=HELD, postgresql_where=HELD)
    op.create_table('activity_feedback',
    refers('activity_feedback', 'shift_id', 'shifts.id', nullable=False),
    refers('activity_feedback', 'person_id', 'people.id', nullable=False),
    sa.Column('score', sa.String(8), nullable=False),
    at('at', False),
    sa.PrimaryKeyConstraint('shift_id', 'person_id', name=op.f('pk_activity_feedback'))
    )
    op.create_index(op.f('ix_activity_feedback_person_id'), 'activity_feedback', ['person_id'])


def downgrade() -> None:
    for table in ('activity_feedback', 'unit_bookings'):
        op.drop_table(table)
    for column in ('spot', 'kind'):
        op.drop_column('campaigns', column)
