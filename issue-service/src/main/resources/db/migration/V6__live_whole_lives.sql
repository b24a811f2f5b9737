-- The later life of an issue. due_on is what its light is of: the deadline, or the next stage review; nothing where nothing is owed.
alter table issue
    add column assigned_by text,
    add column office_acknowledged_at timestamptz,
    add column allotted_at timestamptz,
    add column deadline_set_by text,
    add column due_on date,
    add column progress text,
    add column progress_at timestamptz,
    add column verified_by text,
    add column stage_goal text,
    add column stage_review_on date,
    add column merged_into uuid references issue,
    add column status_before_merge text,
    add column recurrence_of uuid references issue,
    add column split_from uuid references issue,
    add column carried_over_from uuid,
    add column extensions int not null default 0,
    add column revocations int not null default 0,
    add column pending_requests text[] not null default '{}',
    add column answers_owed int not null default 0,
    add column answer_due_on date;

-- The record says who assigned and who closed.
update issue set assigned_by = said.level
from (select distinct on (aggregate_id) aggregate_id, case entry::json ->> 'role' when 'province' then 'PROVINCE' else 'CITY' end as level
      from history_entry where aggregate_type = 'issue' and action = 'ASSIGN' order by aggregate_id, sequence desc) as said
where said.aggregate_id = issue.id and issue.assigned_at is not null;
update issue set verified_by = said.name
from (select distinct on (aggregate_id) aggregate_id, entry::json ->> 'name' as name
      from history_entry where aggregate_type = 'issue' and action = 'CLOSE' order by aggregate_id, sequence desc) as said
where said.aggregate_id = issue.id and issue.closed_at is not null;

update issue set deadline_set_by = assigned_by where deadline is not null;
update issue set due_on = deadline where status <> 'CLOSED';
drop index issue_owed;
create index issue_due on issue (due_on) where due_on is not null;
create index issue_merged_into on issue (merged_into) where merged_into is not null;

alter table source_item
    add column answer_owed_to bytea,
    add column answer_due_on date,
    add column answer_state text not null default 'NONE_OWED',
    add column answer bytea,
    add column answered_on date,
    add column call_back text,
    add column called_back_on date,
    add column complainant bytea;

-- What who handles an issue asks for, and what was decided.
create table issue_request (
    id                uuid        primary key,
    issue_id          uuid        not null references issue,
    kind              text        not null,
    state             text        not null,
    decided_by        text        not null,
    reason            text        not null,
    deadline          date,
    suggested_unit    text,
    stage_goal        text,
    stage_review_on   date,
    asked_at          timestamptz not null,
    asked_by          text        not null,
    asked_by_person   text        not null,
    settled_at        timestamptz,
    settled_by        text,
    settled_by_person text,
    opinion           text
);
create index issue_request_issue on issue_request (issue_id, id);
create unique index issue_request_pending on issue_request (issue_id, kind) where state = 'PENDING';
