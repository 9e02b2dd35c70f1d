"""Units, their branches and contacts; what they do together: pairings, lectures, agreements with milestones.

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
OPEN = sa.text('proved_at IS NULL AND dropped_at IS NULL')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def refers(table, name, to, nullable=True):
    key = sa.ForeignKey(to, name=op.f(f"fk_{table}_{name}_{to.partition('.')[0]}"))
    return sa.Column(name, KEY, key, nullable=nullable)


def upgrade() -> None:
    op.create_table('organisations',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(32), nullable=False),
    sa.Column('name', sa.String(80), nullable=False),
    sa.Column('kind', sa.String(16), nullable=False),
    refers('organisations', 'place_id', 'places.id'),
    at('left_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisations')),
    sa.UniqueConstraint('code', name=op.f('uq_organisations_code'))
    )
    op.create_index(op.f('ix_organisations_place_id'), 'organisations', ['place_id'])
    op.create_table('branches',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(32), nullable=False),
    sa.Column('name', sa.String(80), nullable=False),
    refers('branches', 'organisation_id', 'organisations.id'),
    refers('branches', 'place_id', 'places.id'),
    refers('branches', 'grid_id', 'grids.id'),
    refers('branches', 'secretary_id', 'people.id'),
    at('left_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_branches')),
    sa.UniqueConstraint('code', name=op.f('uq_branches_code'))
    )
    for name in ('organisation_id', 'place_id', 'grid_id', 'secretary_id'):
        op.create_index(op.f(f'ix_branches_{name}'), 'branches', [name])
    op.create_table('organisation_contacts',
    sa.Column('id', KEY, nullable=False),
    refers('organisation_contacts', 'person_id', 'people.id', nullable=False),
    refers('organisation_contacts', 'organisation_id', 'organisations.id', nullable=False),
    at('since', False), at('until'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_contacts'))
    )
    for name in ('person_id', 'organisation_id'):
        op.create_index(op.f(f'ix_organisation_contacts_{name}'), 'organisation_contacts', [name])
    op.create_table('branch_members',
    refers('branch_members', 'branch_id', 'branches.id', nullable=False),
    refers('branch_members', 'person_id', 'people.id', nullable=False),
    sa.PrimaryKeyConstraint('branch_id', 'person_id', name=op.f('pk_branch_members'))
    )
    op.create_index(op.f('ix_branch_members_person_id'), 'branch_members', ['person_id'])
    together()


def together() -> None:
    """What two branches do together."""
    op.create_table('pairings',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(32), nullable=False),
    refers('pairings', 'branch_id', 'branches.id', nullable=False),
    refers('pairings', 'partner_id', 'branches.id', nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    at('ended_at'),
    sa.Column('ended_why', sa.String(120), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pairings')),
    sa.UniqueConstraint('code', name=op.f('uq_pairings_code'))
    )
    for name in ('branch_id', 'partner_id'):
        op.create_index(op.f(f'ix_pairings_{name}'), 'pairings', [name])
    op.create_table('lectures',
    sa.Column('id', KEY, nullable=False),
    refers('lectures', 'pairing_id', 'pairings.id', nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('topic', sa.String(120), nullable=False),
    sa.Column('teacher', columns.Sealed(), nullable=True),
    sa.Column('people', sa.Integer(), nullable=False),
    refers('lectures', 'person_id', 'people.id'),
    at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_lectures')),
    sa.UniqueConstraint('pairing_id', 'held_on', 'topic', name=op.f('uq_lectures_pairing_id_held_on_topic'))
    )
    op.create_index(op.f('ix_lectures_held_on'), 'lectures', ['held_on'])
    op.create_table('agreements',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(32), nullable=False),
    refers('agreements', 'pairing_id', 'pairings.id', nullable=False),
    sa.Column('kind', sa.String(16), nullable=False),
    sa.Column('title', sa.String(120), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    at('ended_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreements')),
    sa.UniqueConstraint('code', name=op.f('uq_agreements_code'))
    )
    op.create_index(op.f('ix_agreements_pairing_id'), 'agreements', ['pairing_id'])
    op.create_table('milestones',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(32), nullable=False),
    refers('milestones', 'agreement_id', 'agreements.id', nullable=False),
    sa.Column('title', sa.String(120), nullable=False),
    refers('milestones', 'owner_id', 'people.id', nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('told', sa.Integer(), nullable=True),
    at('proved_at'),
    refers('milestones', 'proved_by', 'people.id'),
    sa.Column('proof', columns.Sealed(), nullable=True),
    at('dropped_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_milestones')),
    sa.UniqueConstraint('code', name=op.f('uq_milestones_code'))
    )
    op.create_index('ix_milestones_open', 'milestones', ['due_on'], sqlite_where=OPEN, postgresql_where=OPEN)
    for name in ('agreement_id', 'owner_id'):
        op.create_index(op.f(f'ix_milestones_{name}'), 'milestones', [name])
    op.create_table('milestone_pictures',
    refers('milestone_pictures', 'picture_id', 'attachments.id', nullable=False),
    refers('milestone_pictures', 'milestone_id', 'milestones.id', nullable=False),
    sa.PrimaryKeyConstraint('picture_id', name=op.f('pk_milestone_pictures'))
    )
    op.create_index(op.f('ix_milestone_pictures_milestone_id'), 'milestone_pictures', ['milestone_id'])


def downgrade() -> None:
    for table in ('milestone_pictures', 'milestones', 'agreements', 'lectures', 'pairings', 'branch_members'):
        op.drop_table(table)
    for table in ('organisation_contacts', 'branches', 'organisations'):
        op.drop_table(table)
