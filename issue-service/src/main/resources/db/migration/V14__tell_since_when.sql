-- Every campaign that an issue was carried over from, since its figures count it as carried over. Of what is there the last one is known.
alter table issue add column campaigns_before uuid[] not null default '{}';
update issue set campaigns_before = array[carried_over_from] where carried_over_from is not null;

-- Since when something is owed by the date it has, since when its first answer is (null: since it was registered), and since when it is
-- rectified this time. The record says it of what is there.
alter table issue
    add column owed_since timestamptz,
    add column answer_owed_since timestamptz,
    add column rectifying_since timestamptz;

update issue set owed_since = said.at
from (select aggregate_id, max(at) as at from history_entry
      where aggregate_type = 'issue'
        and action in ('ASSIGN', 'EXTEND', 'RETURN', 'REVOKE_CLOSE_OUT', 'MAKE_LONG_TERM', 'REVIEW_STAGE', 'CARRY_OVER', 'UNMERGE')
      group by aggregate_id) as said
where said.aggregate_id = issue.id and issue.due_on is not null
  and issue.status in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_RECTIFICATION', 'LONG_TERM');

update issue set answer_owed_since = said.at
from (select aggregate_id, max(at) as at from history_entry
      where aggregate_type = 'issue' and action in ('ADD_SOURCE_ITEM', 'ANSWER', 'ABSORB', 'RELEASE', 'UNMERGE')
      group by aggregate_id) as said
where said.aggregate_id = issue.id and issue.answer_due_on is not null;

update issue set rectifying_since = said.at
from (select aggregate_id, max(at) as at from history_entry
      where aggregate_type = 'issue' and action in ('RECTIFY', 'RETURN', 'REVOKE_CLOSE_OUT', 'REVIEW_STAGE')
      group by aggregate_id) as said
where said.aggregate_id = issue.id;
