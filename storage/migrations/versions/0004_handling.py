"""Handling: deadlines, extensions, ratings, the emergency pool, runs of jobs.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('job_runs',
    sa.Column('job', sa.String(length=32), nullable=False),
    sa.Column('period', sa.String(length=48), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('job', 'period', name=op.f('pk_job_runs'))
    )
    op.create_table('deadlines',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=24), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('since', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('due_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('working', sa.Boolean(), nullable=False),
    sa.Column('stage', sa.Integer(), nullable=False),
    sa.Column('next_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('met_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('breached_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('dropped_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['number'], ['tickets.number'], name=op.f('fk_deadlines_number')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deadlines'))
    )
    with op.batch_alter_table('deadlines', schema=None) as batch_op:
        batch_op.create_index('ix_deadlines_next_at', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))
        batch_op.create_index('ix_deadlines_number_kind', ['number', 'kind'], unique=False)
        batch_op.create_index('uq_deadlines_open', ['number', 'kind'], unique=True, sqlite_where=sa.text('met_at IS NULL AND dropped_at IS NULL'), postgresql_where=sa.text('met_at IS NULL AND dropped_at IS NULL'))

    op.create_table('emergency_draws',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=24), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('estimate', sa.Integer(), nullable=False),
    sa.Column('actual', sa.Integer(), nullable=True),
    sa.Column('crew_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('drawn_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('drawn_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('settled_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['crew_id'], ['people.id'], name=op.f('fk_emergency_draws_crew_id')),
    sa.ForeignKeyConstraint(['decided_by'], ['people.id'], name=op.f('fk_emergency_draws_decided_by')),
    sa.ForeignKeyConstraint(['drawn_by'], ['people.id'], name=op.f('fk_emergency_draws_drawn_by')),
    sa.ForeignKeyConstraint(['number'], ['tickets.number'], name=op.f('fk_emergency_draws_number')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_emergency_draws'))
    )
    with op.batch_alter_table('emergency_draws', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_emergency_draws_drawn_at'), ['drawn_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_emergency_draws_number'), ['number'], unique=False)

    op.create_table('extensions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=24), nullable=False),
    sa.Column('asked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('asked_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('granted', sa.Boolean(), nullable=True),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['asked_by'], ['people.id'], name=op.f('fk_extensions_asked_by')),
    sa.ForeignKeyConstraint(['decided_by'], ['people.id'], name=op.f('fk_extensions_decided_by')),
    sa.ForeignKeyConstraint(['number'], ['tickets.number'], name=op.f('fk_extensions_number')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_extensions'))
    )
    with op.batch_alter_table('extensions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_extensions_number'), ['number'], unique=False)

    op.create_table('ratings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=24), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('score', sa.String(length=16), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_ratings_account_id')),
    sa.ForeignKeyConstraint(['number'], ['tickets.number'], name=op.f('fk_ratings_number')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ratings')),
    sa.UniqueConstraint('number', 'account_id', 'kind', 'round', name=op.f('uq_ratings_number_account_id_kind_round'))
    )
    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ratings_account_id'), ['account_id'], unique=False)

    with op.batch_alter_table('attachments', schema=None) as batch_op:
        batch_op.add_column(sa.Column('purpose', sa.String(length=16), nullable=False, server_default='report'))

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('number', sa.String(length=24), nullable=True))
        batch_op.add_column(sa.Column('taps', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('picture_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.create_index('ix_outbox_number', ['number'], unique=False, sqlite_where=sa.text('number IS NOT NULL'), postgresql_where=sa.text('number IS NOT NULL'))
        batch_op.create_foreign_key(batch_op.f('fk_outbox_picture_id'), 'attachments', ['picture_id'], ['id'])

    with op.batch_alter_table('ticket_events', schema=None) as batch_op:
        batch_op.add_column(sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_ticket_events_person_id'), 'people', ['person_id'], ['id'])

    with op.batch_alter_table('tickets', schema=None) as batch_op:
        batch_op.add_column(sa.Column('by_hand', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('assignee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.add_column(sa.Column('level', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('reopened', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('merged_into', sa.String(length=24), nullable=True))
        batch_op.add_column(sa.Column('origin', sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column('score', sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column('closed_as', sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column('accepted_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('dispatched_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('taken_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('handled_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('verified_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.alter_column('account_id',
               existing_type=sa.INTEGER(),
               nullable=True)
        batch_op.create_index('ix_tickets_assignee_id', ['assignee_id'], unique=False, sqlite_where=sa.text('assignee_id IS NOT NULL AND ended_at IS NULL'), postgresql_where=sa.text('assignee_id IS NOT NULL AND ended_at IS NULL'))
        batch_op.create_index('ix_tickets_merged_into', ['merged_into'], unique=False, sqlite_where=sa.text('merged_into IS NOT NULL'), postgresql_where=sa.text('merged_into IS NOT NULL'))
        batch_op.create_index('ix_tickets_undispatched', ['opened_at'], unique=False, sqlite_where=sa.text("state = 'reported' AND NOT by_hand"), postgresql_where=sa.text("state = 'reported' AND NOT by_hand"))
        batch_op.create_foreign_key(batch_op.f('fk_tickets_merged_into'), 'tickets', ['merged_into'], ['number'])
        batch_op.create_foreign_key(batch_op.f('fk_tickets_assignee_id'), 'people', ['assignee_id'], ['id'])



def downgrade() -> None:
    with op.batch_alter_table('tickets', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_tickets_assignee_id'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_tickets_merged_into'), type_='foreignkey')
        batch_op.drop_index('ix_tickets_undispatched', sqlite_where=sa.text("state = 'reported' AND NOT by_hand"), postgresql_where=sa.text("state = 'reported' AND NOT by_hand"))
        batch_op.drop_index('ix_tickets_merged_into', sqlite_where=sa.text('merged_into IS NOT NULL'), postgresql_where=sa.text('merged_into IS NOT NULL'))
        batch_op.drop_index('ix_tickets_assignee_id', sqlite_where=sa.text('assignee_id IS NOT NULL AND ended_at IS NULL'), postgresql_where=sa.text('assignee_id IS NOT NULL AND ended_at IS NULL'))
        batch_op.alter_column('account_id',
               existing_type=sa.INTEGER(),
               nullable=False)
        batch_op.drop_column('verified_at')
        batch_op.drop_column('handled_at')
        batch_op.drop_column('taken_at')
        batch_op.drop_column('dispatched_at')
        batch_op.drop_column('accepted_at')
        batch_op.drop_column('closed_as')
        batch_op.drop_column('score')
        batch_op.drop_column('origin')
        batch_op.drop_column('merged_into')
        batch_op.drop_column('reopened')
        batch_op.drop_column('level')
        batch_op.drop_column('assignee_id')
        batch_op.drop_column('by_hand')

    with op.batch_alter_table('ticket_events', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_ticket_events_person_id'), type_='foreignkey')
        batch_op.drop_column('person_id')

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_outbox_picture_id'), type_='foreignkey')
        batch_op.drop_index('ix_outbox_number', sqlite_where=sa.text('number IS NOT NULL'), postgresql_where=sa.text('number IS NOT NULL'))
        batch_op.drop_column('picture_id')
        batch_op.drop_column('taps')
        batch_op.drop_column('number')

    with op.batch_alter_table('attachments', schema=None) as batch_op:
        batch_op.drop_column('purpose')

    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ratings_account_id'))

    op.drop_table('ratings')
    with op.batch_alter_table('extensions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_extensions_number'))

    op.drop_table('extensions')
    with op.batch_alter_table('emergency_draws', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_emergency_draws_number'))
        batch_op.drop_index(batch_op.f('ix_emergency_draws_drawn_at'))

    op.drop_table('emergency_draws')
    with op.batch_alter_table('deadlines', schema=None) as batch_op:
        batch_op.drop_index('uq_deadlines_open', sqlite_where=sa.text('met_at IS NULL AND dropped_at IS NULL'), postgresql_where=sa.text('met_at IS NULL AND dropped_at IS NULL'))
        batch_op.drop_index('ix_deadlines_number_kind')
        batch_op.drop_index('ix_deadlines_next_at', sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))

    op.drop_table('deadlines')
    op.drop_table('job_runs')
