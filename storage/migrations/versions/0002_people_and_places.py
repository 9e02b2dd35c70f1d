"""Codes, terms, leave, binding, dialogues and audit.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('audit',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('actor', sa.String(length=64), nullable=False),
    sa.Column('action', sa.String(length=32), nullable=False),
    sa.Column('subject', sa.String(length=80), nullable=False),
    sa.Column('detail', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit'))
    )
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_at'), ['at'], unique=False)
        batch_op.create_index('ix_audit_subject_at', ['subject', 'at'], unique=False)

    op.create_table('roster_state',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_roster_state'))
    )
    op.create_table('invitations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('digest', sa.String(length=32), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('expires_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('used_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_invitations_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sa.UniqueConstraint('digest', name=op.f('uq_invitations_digest'))
    )
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitations_person_id'), ['person_id'], unique=False)

    op.create_table('leaves',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('stand_in_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('since', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('until', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('cancelled_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('created_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_leaves_person_id')),
    sa.ForeignKeyConstraint(['stand_in_id'], ['people.id'], name=op.f('fk_leaves_stand_in_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leaves'))
    )
    with op.batch_alter_table('leaves', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_leaves_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leaves_stand_in_id'), ['stand_in_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leaves_until'), ['until'], unique=False)

    op.create_table('bind_attempts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name_digest', sa.String(length=32), nullable=True),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_bind_attempts_account_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bind_attempts'))
    )
    with op.batch_alter_table('bind_attempts', schema=None) as batch_op:
        batch_op.create_index('ix_bind_attempts_account_id_at', ['account_id', 'at'], unique=False)
        batch_op.create_index('ix_bind_attempts_name_digest_at', ['name_digest', 'at'], unique=False)

    op.create_table('dialogues',
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('data', sa.Text(), nullable=False),
    sa.Column('opened_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('expires_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_dialogues_account_id')),
    sa.PrimaryKeyConstraint('account_id', name=op.f('pk_dialogues'))
    )
    with op.batch_alter_table('dialogues', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_dialogues_expires_at'), ['expires_at'], unique=False)

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('tag_wanted', sa.String(length=24), nullable=True))
        batch_op.add_column(sa.Column('tag_given', sa.String(length=24), nullable=True))

    with op.batch_alter_table('grid_places', schema=None) as batch_op:
        batch_op.add_column(sa.Column('named', sa.Boolean(), nullable=False, server_default=sa.true()))

    with op.batch_alter_table('grids', schema=None) as batch_op:
        batch_op.add_column(sa.Column('branch', sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column('retired_at', columns.UtcDateTime(timezone=True), nullable=True))

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('code', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('unit', sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column('name_digest', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('bind_digest', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('left_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('forgotten_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_people_bind_digest'), ['bind_digest'], unique=False)
        batch_op.create_index(batch_op.f('ix_people_name_digest'), ['name_digest'], unique=False)

    op.execute("UPDATE people SET code = 'R' || id")
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.alter_column('code', existing_type=sa.String(length=32), nullable=False)
        batch_op.create_unique_constraint(batch_op.f('uq_people_code'), ['code'])

    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.add_column(sa.Column('code', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('aliases', sa.Text(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('qr_url', sa.String(length=256), nullable=True))
        batch_op.add_column(sa.Column('retired_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.drop_constraint(batch_op.f('uq_places_parent_id_name'), type_='unique')

    op.execute("UPDATE places SET code = 'P' || id")
    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.alter_column('code', existing_type=sa.String(length=32), nullable=False)
        batch_op.create_unique_constraint(batch_op.f('uq_places_code'), ['code'])

    with op.batch_alter_table('posts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('line', sa.String(length=16), nullable=True))

    with op.batch_alter_table('tickets', schema=None) as batch_op:
        batch_op.create_index('ix_tickets_place_id_opened_at', ['place_id', 'opened_at'], unique=False)

    op.execute("INSERT INTO roster_state (id, version) VALUES (1, 1)")


def downgrade() -> None:
    with op.batch_alter_table('tickets', schema=None) as batch_op:
        batch_op.drop_index('ix_tickets_place_id_opened_at')

    with op.batch_alter_table('posts', schema=None) as batch_op:
        batch_op.drop_column('line')

    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_places_code'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_places_parent_id_name'), ['parent_id', 'name'])
        batch_op.drop_column('retired_at')
        batch_op.drop_column('qr_url')
        batch_op.drop_column('aliases')
        batch_op.drop_column('code')

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_people_code'), type_='unique')
        batch_op.drop_index(batch_op.f('ix_people_name_digest'))
        batch_op.drop_index(batch_op.f('ix_people_bind_digest'))
        batch_op.drop_column('forgotten_at')
        batch_op.drop_column('left_at')
        batch_op.drop_column('bind_digest')
        batch_op.drop_column('name_digest')
        batch_op.drop_column('unit')
        batch_op.drop_column('code')

    with op.batch_alter_table('grids', schema=None) as batch_op:
        batch_op.drop_column('retired_at')
        batch_op.drop_column('branch')

    with op.batch_alter_table('grid_places', schema=None) as batch_op:
        batch_op.drop_column('named')

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.drop_column('tag_given')
        batch_op.drop_column('tag_wanted')

    with op.batch_alter_table('dialogues', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_dialogues_expires_at'))

    op.drop_table('dialogues')
    with op.batch_alter_table('bind_attempts', schema=None) as batch_op:
        batch_op.drop_index('ix_bind_attempts_name_digest_at')
        batch_op.drop_index('ix_bind_attempts_account_id_at')

    op.drop_table('bind_attempts')
    with op.batch_alter_table('leaves', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_leaves_until'))
        batch_op.drop_index(batch_op.f('ix_leaves_stand_in_id'))
        batch_op.drop_index(batch_op.f('ix_leaves_person_id'))

    op.drop_table('leaves')
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitations_person_id'))

    op.drop_table('invitations')
    op.drop_table('roster_state')
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.drop_index('ix_audit_subject_at')
        batch_op.drop_index(batch_op.f('ix_audit_at'))

    op.drop_table('audit')
