"""Surveys: what is asked, who was, their answers, and boxes of anonymous ones.

Revision ID: 0029
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0029'
down_revision = '0028'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
RUNS = sa.text("state IN ('sending', 'open')")
TABLES = ('surveys', 'survey_questions', 'survey_people', 'survey_answers', 'survey_boxes')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def words(name, nullable=False):
    return sa.Column(name, columns.Sealed(), nullable=nullable)


def whole(name, default=None):
    return sa.Column(name, sa.Integer(), server_default=default, nullable=False)


def refers(name, column, to, nullable=False):
    key = sa.ForeignKey(to, name=op.f(f"fk_{name}_{column}_{to.partition('.')[0]}"))
    return sa.Column(column, sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), key, nullable=nullable)


def table(name, *parts):
    key = sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{name}'))
    op.create_table(name, sa.Column('id', KEY, nullable=False), *parts, key)


def once(name, *names):
    return sa.UniqueConstraint(*names, name=op.f(f"uq_{name}_{'_'.join(names)}"))


def index(name, column):
    op.create_index(op.f(f'ix_{name}_{column}'), name, [column])


def upgrade() -> None:
    table(
        'surveys', words('title'), sa.Column('asked', sa.String(12), nullable=False), sa.Column('places', sa.Text(), nullable=False),
        sa.Column('anonymous', sa.Boolean(), nullable=False), sa.Column('state', sa.String(12), nullable=False),
        refers('surveys', 'by_id', 'people.id'), at('created_at', False), at('starts_at'), at('ends_at', False), at('sent_at'),
        at('closed_at'), whole('cursor', '0'), whole('boxes', '1'), words('secret', True), words('done', True), at('done_at'),
        whole('done_cursor', '0'), at('told_at'),
    )
    table(
        'survey_questions', refers('survey_questions', 'survey_id', 'surveys.id'), whole('position'),
        sa.Column('form', sa.String(8), nullable=False), words('text'), words('choices'),
        once('survey_questions', 'survey_id', 'position'),
    )
    table(
        'survey_people', refers('survey_people', 'survey_id', 'surveys.id'), refers('survey_people', 'account_id', 'accounts.id'),
        refers('survey_people', 'person_id', 'people.id', True),
        sa.Column('answered', sa.Boolean(), server_default=sa.text('false'), nullable=False),
        once('survey_people', 'survey_id', 'account_id'), once('survey_people', 'survey_id', 'person_id'),
    )
    table(
        'survey_answers', refers('survey_answers', 'question_id', 'survey_questions.id'),
        refers('survey_answers', 'asked_id', 'survey_people.id'), words('text'), at('at', False),
        once('survey_answers', 'question_id', 'asked_id'),
    )
    table(
        'survey_boxes', refers('survey_boxes', 'survey_id', 'surveys.id'), whole('number'), words('held'),
        once('survey_boxes', 'survey_id', 'number'),
    )
    for name, column in (('surveys', 'by_id'), ('survey_people', 'account_id'), ('survey_people', 'person_id'), ('survey_answers', 'asked_id')):
        index(name, column)
    op.create_index('ix_surveys_ends_at', 'surveys', ['ends_at'], sqlite_where=RUNS, postgresql_where=RUNS)


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
