"""Whose a ticket was before something was done to it: what a dispatch that is undone goes back to.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('ticket_events') as batch:
        batch.add_column(sa.Column('owner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch.create_foreign_key('fk_ticket_events_owner_id_people', 'people', ['owner_id'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('ticket_events') as batch:
        batch.drop_constraint('fk_ticket_events_owner_id_people', type_='foreignkey')
        batch.drop_column('owner_id')
