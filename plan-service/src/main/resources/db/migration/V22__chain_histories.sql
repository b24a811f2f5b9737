-- Histories are one table of the kit now, chained (decision 13). What they say stays as it was.
select take_over_entry(json_strip_nulls(json_build_object(
    'aggregateType', 'plan', 'aggregateId', was.plan_id, 'aggregateCity', was.aggregate_city,
    'aggregateRegion', was.aggregate_region, 'version', was.version,
    'at', to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', was.action,
    'person', was.person, 'name', was.name, 'role', was.role, 'region', was.region,
    'channel', 'API', 'reason', was.reason, 'changes', was.changes::json))::text)
from (
    select history.*, plan.region_code as aggregate_city, plan.region_code as aggregate_region from plan_history as history
    join plan on plan.id = history.plan_id order by history.id
) as was;
drop table plan_history;

select take_over_entry(json_strip_nulls(json_build_object(
    'aggregateType', 'campaign-draft', 'aggregateId', was.draft_id, 'aggregateCity', was.aggregate_city,
    'aggregateRegion', was.aggregate_region, 'version', was.version,
    'at', to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', was.action,
    'person', was.person, 'name', was.name, 'role', was.role, 'region', was.region,
    'channel', 'API', 'changes', was.changes::json))::text)
from (
    select history.*, draft.region_code as aggregate_city, draft.region_code as aggregate_region from campaign_draft_history as history
    join campaign_draft as draft on draft.id = history.draft_id order by history.id
) as was;
drop table campaign_draft_history;
drop function take_over_entry(text);
