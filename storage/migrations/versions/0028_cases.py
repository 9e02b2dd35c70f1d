"""The year's cases: ballots, cases, the sealed journal of votes, the jury's points.

Revision ID: 0028
Revises: 0027
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=False):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def ref(table, name, to, nullable=True, kind=KEY, key='id'):
    return sa.Column(name, kind, sa.ForeignKey(f'{to}.{key}', name=op.f(f'fk_{table}_{name}_{to}')), nullable=nullable)


def upgrade() -> None:
    op.create_table('case_ballots',
    sa.Column('year', sa.Integer(), autoincrement=False, nullable=False),
    at('opens_at'), at('closes_at'),
    ref('case_ballots', 'opened_by', 'people'),
    at('closed_at', True),
    sa.Column('voters', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('year', name=op.f('pk_case_ballots'))
    )
    op.create_table('year_cases',
    sa.Column('id', KEY, nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    ref('year_cases', 'community_id', 'places', False),
    ref('year_cases', 'ticket', 'tickets', False, sa.String(24), 'number'),
    sa.Column('title', sa.String(60), nullable=False),
    sa.Column('story', sa.Text(), nullable=False),
    ref('year_cases', 'picture_id', 'attachments'),
    ref('year_cases', 'proposed_by', 'people'),
    at('at'),
    sa.Column('votes', sa.Integer(), nullable=True),
    sa.Column('jury', sa.Float(), nullable=True),
    sa.Column('score', sa.Float(), nullable=True),
    sa.Column('place', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_year_cases')),
    sa.UniqueConstraint('year', 'number', name=op.f('uq_year_cases_year_number')),
    sa.UniqueConstraint('year', 'ticket', name=op.f('uq_year_cases_year_ticket'))
    )
    op.create_table('case_votes',
    sa.Column('id', KEY, nullable=False),
    ref('case_votes', 'year', 'case_ballots', False, sa.Integer(), 'year'),
    sa.Column('voter', sa.String(32), nullable=False),
    sa.Column('mark', sa.String(32), nullable=False),
    sa.Column('choice', columns.Sealed(), nullable=False),
    at('at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_votes')),
    sa.UniqueConstraint('mark', name=op.f('uq_case_votes_mark'))
    )
    for name in ('year', 'voter'):
        op.create_index(op.f(f'ix_case_votes_{name}'), 'case_votes', [name])
    op.create_table('case_scores',
    sa.Column('id', KEY, nullable=False),
    ref('case_scores', 'case_id', 'year_cases', False),
    ref('case_scores', 'person_id', 'people', False),
    sa.Column('points', sa.Integer(), nullable=False),
    at('at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_scores')),
    sa.UniqueConstraint('case_id', 'person_id', name=op.f('uq_case_scores_case_id_person_id'))
    )
    op.create_index(op.f('ix_case_scores_person_id'), 'case_scores', ['person_id'])


def downgrade() -> None:
    for name in ('case_scores', 'case_votes', 'year_cases', 'case_ballots'):
        op.drop_table(name)
