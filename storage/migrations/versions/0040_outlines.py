"""Outlines of places on the map, and who lets their last check-in be shown there.

Revision ID: 0040
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0040'
down_revision = '0039'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('place_outlines',
    sa.Column('place_id', KEY, sa.ForeignKey('places.id', name=op.f('fk_place_outlines_place_id_places')), nullable=False),
    sa.Column('rings', sa.Text(), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('place_id', name=op.f('pk_place_outlines'))
    )
    op.create_table('map_consents',
    sa.Column('person_id', KEY, sa.ForeignKey('people.id', name=op.f('fk_map_consents_person_id_people')), nullable=False),
    sa.Column('since', columns.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_map_consents'))
    )


def downgrade() -> None:
    op.drop_table('map_consents')
    op.drop_table('place_outlines')
