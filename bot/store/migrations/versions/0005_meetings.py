"""meetings"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # agendas, replies, decisions, minutes and turns of meetings
    op.create_table('meeting_leaves',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('series', sa.String(length=60), nullable=False),
    sa.Column('agency', sa.String(length=60), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('by', sa.String(length=24), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_leaves'))
    )
    with op.batch_alter_table('meeting_leaves', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_leaves_series'), ['series'], unique=False)
    op.create_table('meeting_swaps',
    sa.Column('series', sa.String(length=60), nullable=False),
    sa.Column('planned', sa.Date(), nullable=False),
    sa.Column('role', sa.String(length=12), nullable=False),
    sa.Column('agency', sa.String(length=60), nullable=False),
    sa.Column('by', sa.String(length=24), nullable=False),
    sa.PrimaryKeyConstraint('series', 'planned', 'role', name=op.f('pk_meeting_swaps'))
    )
    op.create_table('meetings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=12), nullable=False, comment='random; what messages and buttons carry'),
    sa.Column('series', sa.String(length=60), nullable=False, comment='id in app.yaml'),
    sa.Column('planned', sa.Date(), nullable=False, comment='the local day the rule gives'),
    sa.Column('starts', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False, comment='planned, running, ended, cancelled'),
    sa.Column('note', sa.String(length=200), nullable=False, comment='why it stands on another day'),
    sa.Column('is_called_off', sa.Boolean(), nullable=False, comment='a coordinator cancelled it'),
    sa.Column('moved_day', sa.Date(), nullable=True, comment='a coordinator moved it to this day'),
    sa.Column('moved_at', sa.String(length=5), nullable=True, comment='and to this wall time'),
    sa.Column('revision', sa.Integer(), nullable=False, comment="of the agenda's order: two coordinators, one wins"),
    sa.Column('sequence', sa.Integer(), nullable=False, comment='of the invitation; grows with every change'),
    sa.Column('invited_as', sa.String(length=64), nullable=True, comment='digest of what the last invitation says'),
    sa.Column('agenda_out_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gathered_on', sa.Date(), nullable=True, comment='local day on which items were last gathered'),
    sa.Column('chair', sa.String(length=60), nullable=True, comment='agency id, fixed when the agenda goes out'),
    sa.Column('note_taker', sa.String(length=60), nullable=True),
    sa.Column('had_quorum', sa.Boolean(), nullable=False, comment='by the replies, to notice when it is lost'),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('current', sa.Integer(), nullable=True, comment='id of the agenda item under discussion'),
    sa.Column('current_since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opening', sa.Text(), nullable=False, comment='opening words of the minutes'),
    sa.Column('minutes_revision', sa.Integer(), nullable=False),
    sa.Column('approved_by', sa.String(length=24), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('paper', sa.Text(), nullable=True, comment='the approved minutes, JSON of bot/meetings/paper.py'),
    sa.Column('public_paper', sa.Text(), nullable=True, comment='the same without restricted items'),
    sa.Column('opened_by', sa.String(length=24), nullable=True, comment='who made the open-meetings check of the minutes'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meetings')),
    sa.UniqueConstraint('code', name=op.f('uq_meetings_code')),
    sa.UniqueConstraint('series', 'planned', name='uq_meetings_series_planned')
    )
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.create_index('ix_meetings_state_ends', ['state', 'ends'], unique=False)
    op.create_table('agenda_items',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=12), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False, comment='inform, discuss, decide'),
    sa.Column('minutes', sa.Integer(), nullable=False, comment='time box'),
    sa.Column('owner', sa.String(length=24), nullable=True),
    sa.Column('is_restricted', sa.Boolean(), nullable=False, comment='stays out of everything public'),
    sa.Column('place', sa.Integer(), nullable=False, comment='order on the agenda'),
    sa.Column('state', sa.String(length=10), nullable=False, comment='waiting, discussed, decided, deferred, merged, removed'),
    sa.Column('round', sa.String(length=10), nullable=True, comment='done, on-track or stuck, said the day before'),
    sa.Column('origin', sa.String(length=12), nullable=False, comment='member, standing, carried, action, decision, count'),
    sa.Column('cause', sa.String(length=120), nullable=True, comment='what it was gathered from, once a meeting'),
    sa.Column('link', sa.String(length=400), nullable=True, comment='permalink of the message it is about'),
    sa.Column('notes', sa.Text(), nullable=False, comment='what was said, for the minutes'),
    sa.Column('seconds', sa.Integer(), nullable=False, comment='how long it was spoken about'),
    sa.Column('merged_into', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('added_by', sa.String(length=24), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_agenda_items_meeting_id_meetings')),
    sa.ForeignKeyConstraint(['merged_into'], ['agenda_items.id'], name=op.f('fk_agenda_items_merged_into_agenda_items')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agenda_items')),
    sa.UniqueConstraint('code', name=op.f('uq_agenda_items_code')),
    sa.UniqueConstraint('meeting_id', 'cause', name='uq_agenda_items_meeting_id_cause')
    )
    with op.batch_alter_table('agenda_items', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agenda_items_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agenda_items_owner'), ['owner'], unique=False)
    op.create_table('meeting_handovers',
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('point', sa.String(length=40), nullable=False),
    sa.Column('by', sa.String(length=24), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_handovers_meeting_id_meetings')),
    sa.PrimaryKeyConstraint('meeting_id', 'point', name=op.f('pk_meeting_handovers'))
    )
    op.create_table('meeting_presence',
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('seat', sa.String(length=60), nullable=False),
    sa.Column('how', sa.String(length=10), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_presence_meeting_id_meetings')),
    sa.PrimaryKeyConstraint('meeting_id', 'seat', name=op.f('pk_meeting_presence'))
    )
    op.create_table('meeting_replies',
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('seat', sa.String(length=60), nullable=False),
    sa.Column('reply', sa.String(length=10), nullable=False),
    sa.Column('by', sa.String(length=24), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_replies_meeting_id_meetings')),
    sa.PrimaryKeyConstraint('meeting_id', 'seat', name=op.f('pk_meeting_replies'))
    )
    op.create_table('meeting_actions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=True),
    sa.Column('code', sa.String(length=12), nullable=False, comment='of the action item'),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('who', sa.String(length=24), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_meeting_actions_item_id_agenda_items')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_actions_meeting_id_meetings')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_actions'))
    )
    with op.batch_alter_table('meeting_actions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_actions_meeting_id'), ['meeting_id'], unique=False)
    op.create_table('meeting_decisions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=12), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('series', sa.String(length=60), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('moved_by', sa.String(length=60), nullable=True, comment='agency id'),
    sa.Column('dissent', sa.String(length=600), nullable=False, comment='agency ids, separated by spaces'),
    sa.Column('to_tell', sa.Text(), nullable=False, comment='who must be told, as typed'),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.Column('reviewed_in', sa.Integer(), nullable=True),
    sa.Column('is_restricted', sa.Boolean(), nullable=False),
    sa.Column('with_quorum', sa.Boolean(), nullable=False),
    sa.Column('by', sa.String(length=24), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_items.id'], name=op.f('fk_meeting_decisions_item_id_agenda_items')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_decisions_meeting_id_meetings')),
    sa.ForeignKeyConstraint(['reviewed_in'], ['meetings.id'], name=op.f('fk_meeting_decisions_reviewed_in_meetings')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_decisions')),
    sa.UniqueConstraint('code', name=op.f('uq_meeting_decisions_code'))
    )
    with op.batch_alter_table('meeting_decisions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_decisions_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index('ix_meeting_decisions_series_review_on', ['series', 'review_on'], unique=False)



def downgrade() -> None:
    # agendas, replies, decisions, minutes and turns of meetings
    with op.batch_alter_table('meeting_decisions', schema=None) as batch_op:
        batch_op.drop_index('ix_meeting_decisions_series_review_on')
        batch_op.drop_index(batch_op.f('ix_meeting_decisions_meeting_id'))
    op.drop_table('meeting_decisions')
    with op.batch_alter_table('meeting_actions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_actions_meeting_id'))
    op.drop_table('meeting_actions')
    op.drop_table('meeting_replies')
    op.drop_table('meeting_presence')
    op.drop_table('meeting_handovers')
    with op.batch_alter_table('agenda_items', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agenda_items_owner'))
        batch_op.drop_index(batch_op.f('ix_agenda_items_meeting_id'))
    op.drop_table('agenda_items')
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.drop_index('ix_meetings_state_ends')
    op.drop_table('meetings')
    op.drop_table('meeting_swaps')
    with op.batch_alter_table('meeting_leaves', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_leaves_series'))
    op.drop_table('meeting_leaves')
