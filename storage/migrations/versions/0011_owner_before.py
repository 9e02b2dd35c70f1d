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
    key = 'CONSTRAINT fk_ticket_events_owner_id_people REFERENCES people (id)'
    kind = 'INTEGER' if op.get_bind().dialect.name == 'sqlite' else 'BIGINT'
    op.execute(f'ALTER TABLE ticket_events ADD COLUMN owner_id {kind} {key}')  # no row is read, however many there are


def downgrade() -> None:
    with op.batch_alter_table('ticket_events') as batch:
        batch.drop_constraint('fk_ticket_events_owner_id_people', type_='foreignkey')
        batch.drop_column('owner_id')
