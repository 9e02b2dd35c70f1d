"""Other platforms: mailboxes with their files, and what they know of people, places, things, branches,
appointments and cases.

Revision ID: 0039
Revises: 0037
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0039'
down_revision = '0037'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def word(name, length, default=None, nullable=False):
    return sa.Column(name, sa.String(length), nullable=nullable, server_default=default)


def whole(name):
    return sa.Column(name, sa.Integer(), nullable=False)


def key(name, table, to, nullable=True):
    return sa.Column(name, KEY, sa.ForeignKey(f'{to}.id', name=op.f(f'fk_{table}_{name}_{to}')), nullable=nullable)


def upgrade() -> None:
    op.create_table('connector_mailboxes',
    word('platform', 24), word('address', 200), word('user', 120),
    sa.Column('secret', columns.Encrypted(), nullable=False),
    word('allowed', 400), at('asked_at'), word('error', 40, ''),
    sa.PrimaryKeyConstraint('platform', name=op.f('pk_connector_mailboxes'))
    )
    op.create_table('connector_files',
    sa.Column('id', KEY, nullable=False),
    word('platform', 24), word('message', 40), word('name', 124), word('digest', 64), word('result', 16),
    whole('new'), whole('known'), whole('aside'), at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_connector_files')),
    sa.UniqueConstraint('platform', 'message', 'name', 'result', name=op.f('uq_connector_files_platform_message_name_result'))
    )
    op.create_index('ix_connector_files_at', 'connector_files', ['at'])

    op.create_table('connector_subjects',
    sa.Column('id', KEY, nullable=False),
    word('platform', 24), word('kind', 16), word('their_id', 64), word('rank', 24),
    sa.Column('said', columns.Sealed(), nullable=False), sa.Column('times', sa.Text(), nullable=False),
    word('name_digest', 32, ''), word('phone_digest', 32, ''), word('code', 40, ''), word('type', 24, ''),
    key('place_id', 'connector_subjects', 'places'),
    word('state', 12), word('ours', 40, nullable=True), sa.Column('group_id', sa.Integer(), nullable=True),
    key('decided_by', 'connector_subjects', 'people'), at('decided_at'), at('received_at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_connector_subjects')),
    sa.UniqueConstraint('platform', 'kind', 'their_id', name=op.f('uq_connector_subjects_platform_kind_their_id'))
    )
    op.create_index('ix_connector_subjects_state', 'connector_subjects', ['state', 'kind'])
    op.create_index('ix_connector_subjects_name', 'connector_subjects', ['name_digest'])
    op.create_index('ix_connector_subjects_phone', 'connector_subjects', ['phone_digest'])
    op.create_index('ix_connector_subjects_ours', 'connector_subjects', ['ours'])
    op.create_index(op.f('ix_connector_subjects_group_id'), 'connector_subjects', ['group_id'])
    op.create_table('connector_apart',
    key('subject_id', 'connector_apart', 'connector_subjects', False), word('other', 40),
    key('by_id', 'connector_apart', 'people'), at('at', False),
    sa.PrimaryKeyConstraint('subject_id', 'other', name=op.f('pk_connector_apart'))
    )
    op.create_table('field_sources',
    word('kind', 16), word('ours', 40), word('field', 16), word('source', 24), at('at', False),
    sa.PrimaryKeyConstraint('kind', 'ours', 'field', name=op.f('pk_field_sources'))
    )
    op.create_table('appointments',
    sa.Column('id', KEY, nullable=False),
    word('platform', 24), word('their_id', 64), word('rank', 24), key('person_id', 'appointments', 'people', False),
    sa.Column('matter', columns.Sealed(), nullable=True), word('hall', 80, ''), at('starts_at', False),
    sa.Column('is_off', sa.Boolean(), nullable=False), at('told_for'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appointments')),
    sa.UniqueConstraint('platform', 'their_id', name=op.f('uq_appointments_platform_their_id'))
    )
    op.create_index('ix_appointments_starts_at', 'appointments', ['starts_at'])
    op.create_index(op.f('ix_appointments_person_id'), 'appointments', ['person_id'])
    op.create_table('case_lookups',
    sa.Column('id', KEY, nullable=False),
    key('account_id', 'case_lookups', 'accounts', False), word('number', 40), word('state', 8), at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_lookups'))
    )
    op.create_index('ix_case_lookups_account_id_at', 'case_lookups', ['account_id', 'at'])
    waits = sa.text("state = 'waiting'")
    op.create_index('ix_case_lookups_waits', 'case_lookups', ['id'], sqlite_where=waits, postgresql_where=waits)
    op.add_column('connectors', word('looks_at', 200, ''))
    op.add_column('connectors', sa.Column('roster_version', sa.Integer(), nullable=False, server_default='-1'))


def downgrade() -> None:
    for column in ('roster_version', 'looks_at'):
        op.drop_column('connectors', column)
    for table in ('case_lookups', 'appointments', 'field_sources', 'connector_apart', 'connector_subjects', 'connector_files', 'connector_mailboxes'):
        op.drop_table(table)
