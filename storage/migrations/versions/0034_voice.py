"""Votes of residents, what was done about a survey, guests of a meeting, and how far the news of a year's vote went.

Revision ID: 0034
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0034'
down_revision = '0033'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=True)


def whole(name, default=None):
    return sa.Column(name, sa.Integer(), server_default=default, nullable=default is None)


def upgrade() -> None:
    with op.batch_alter_table('surveys') as table:
        table.add_column(sa.Column('about', sa.Text(), nullable=True))
        table.add_column(sa.Column('share', sa.String(12), nullable=True))
        table.add_column(sa.Column('each_is', sa.String(12), nullable=True))
        table.add_column(whole('least_percent'))
        table.add_column(sa.Column('meeting_id', KEY, nullable=True))
        table.add_column(whole('remind_cursor', '0'))
        table.add_column(at('reminded_at'))
        table.add_column(sa.Column('passed', sa.Boolean(), nullable=True))
        table.create_foreign_key(op.f('fk_surveys_meeting_id_council_meetings'), 'council_meetings', ['meeting_id'], ['id'])
        table.create_index(op.f('ix_surveys_meeting_id'), ['meeting_id'])
    with op.batch_alter_table('survey_people') as table:
        table.add_column(sa.Column('household', sa.String(32), nullable=True))
        table.create_index(op.f('ix_survey_people_household'), ['household'])
    op.create_table('meeting_guests',
    sa.Column('meeting_id', KEY, nullable=False),
    sa.Column('mark', sa.String(32), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['council_meetings.id'], name=op.f('fk_meeting_guests_meeting_id_council_meetings')),
    sa.PrimaryKeyConstraint('meeting_id', 'mark', name=op.f('pk_meeting_guests')),
    )
    with op.batch_alter_table('case_ballots') as table:
        table.add_column(whole('opened_cursor', '0'))
        table.add_column(at('opened_told_at'))
        table.add_column(whole('ended_cursor', '0'))
        table.add_column(at('ended_told_at'))
    op.execute('UPDATE case_ballots SET opened_told_at = opens_at, ended_told_at = opens_at')


def downgrade() -> None:
    with op.batch_alter_table('case_ballots') as table:
        for name in ('ended_told_at', 'ended_cursor', 'opened_told_at', 'opened_cursor'):
            table.drop_column(name)
    op.drop_table('meeting_guests')
    with op.batch_alter_table('survey_people') as table:
        table.drop_index(op.f('ix_survey_people_household'))
        table.drop_column('household')
    with op.batch_alter_table('surveys') as table:
        table.drop_index(op.f('ix_surveys_meeting_id'))
        table.drop_constraint(op.f('fk_surveys_meeting_id_council_meetings'), type_='foreignkey')
        for name in ('passed', 'reminded_at', 'remind_cursor', 'meeting_id', 'least_percent', 'each_is', 'share', 'about'):
            table.drop_column(name)
