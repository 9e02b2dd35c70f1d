"""Until when one enrols in a contest, and the places that came of it.

Revision ID: 0035
Revises: 0034
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0035'
down_revision = '0034'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def to(name, table, nullable=True):
    foreign = sa.ForeignKey(f'{table}.id', name=op.f(f'fk_contest_results_{name}_{table}'))
    return sa.Column(name, KEY, foreign, nullable=nullable)


def upgrade() -> None:
    with op.batch_alter_table('campaigns') as table:
        table.add_column(at('enrol_until'))
        table.add_column(at('results_told_at'))
    op.create_table('contest_results',
    sa.Column('id', KEY, nullable=False),
    to('campaign_id', 'campaigns', False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('award', sa.String(40), nullable=False),
    to('organisation_id', 'organisations'),
    to('person_id', 'people'),
    to('by_id', 'people'),
    at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contest_results')),
    sa.UniqueConstraint('campaign_id', 'organisation_id', name=op.f('uq_contest_results_campaign_id_organisation_id')),
    sa.UniqueConstraint('campaign_id', 'person_id', name=op.f('uq_contest_results_campaign_id_person_id'))
    )
    for name in ('campaign_id', 'organisation_id', 'person_id'):
        op.create_index(op.f(f'ix_contest_results_{name}'), 'contest_results', [name])


def downgrade() -> None:
    op.drop_table('contest_results')
    with op.batch_alter_table('campaigns') as table:
        table.drop_column('results_told_at')
        table.drop_column('enrol_until')
