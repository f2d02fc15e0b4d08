"""learning"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the tour, reviews by owners, and which month was told
    op.create_table('learning_months',
    sa.Column('month', sa.String(length=7), nullable=False, comment='year-month'),
    sa.Column('what', sa.String(length=12), nullable=False, comment='reviews or note'),
    sa.Column('entries', sa.Integer(), nullable=False, comment='how many were due then'),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('month', 'what', name=op.f('pk_learning_months'))
    )
    op.create_table('reviews_asked',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('month', sa.String(length=7), nullable=False, comment='year-month'),
    sa.Column('person', sa.String(length=24), nullable=False),
    sa.Column('batch', sa.String(length=12), nullable=False, comment='a number, or second: asked as the second person'),
    sa.Column('entry', sa.String(length=80), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews_asked')),
    sa.UniqueConstraint('month', 'person', 'entry', name='uq_reviews_asked_month_person_entry')
    )
    with op.batch_alter_table('reviews_asked', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reviews_asked_entry'), ['entry'], unique=False)

    op.create_table('reviews_said',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('entry', sa.String(length=80), nullable=False),
    sa.Column('said_by', sa.String(length=24), nullable=False),
    sa.Column('verdict', sa.String(length=12), nullable=False, comment='right or needs-work'),
    sa.Column('wording', sa.String(length=32), nullable=False, comment='digest of the entry without its dates'),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews_said'))
    )
    with op.batch_alter_table('reviews_said', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reviews_said_entry'), ['entry'], unique=False)

    op.create_table('tour_cards_read',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person', sa.String(length=24), nullable=False),
    sa.Column('card', sa.String(length=80), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tour_cards_read')),
    sa.UniqueConstraint('person', 'card', name='uq_tour_cards_read_person_card')
    )
    with op.batch_alter_table('tour_cards_read', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tour_cards_read_person'), ['person'], unique=False)

    op.create_table('tours_taken',
    sa.Column('person', sa.String(length=24), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True, comment='when the self-check was right'),
    sa.Column('hidden_at', sa.DateTime(timezone=True), nullable=True, comment='when the person put it away from Home'),
    sa.PrimaryKeyConstraint('person', name=op.f('pk_tours_taken'))
    )


def downgrade() -> None:
    # the tour, reviews by owners, and which month was told
    op.drop_table('tours_taken')
    with op.batch_alter_table('tour_cards_read', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_tour_cards_read_person'))

    op.drop_table('tour_cards_read')
    with op.batch_alter_table('reviews_said', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reviews_said_entry'))

    op.drop_table('reviews_said')
    with op.batch_alter_table('reviews_asked', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reviews_asked_entry'))

    op.drop_table('reviews_asked')
    op.drop_table('learning_months')
