-- Histories are one table of the kit now, chained (decision 13). What they say stays as it was.
do $$
declare
    was record;
    last record;
    said text;
begin
    for was in
        select history.*, plan.region_code as aggregate_city, plan.region_code as aggregate_region from plan_history as history
        join plan on plan.id = history.plan_id order by history.id
    loop
        said := json_strip_nulls(json_build_object(
            'aggregateType', 'plan', 'aggregateId', was.plan_id, 'aggregateCity', was.aggregate_city,
            'aggregateRegion', was.aggregate_region, 'version', was.version,
            'at', to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', was.action,
            'person', was.person, 'name', was.name, 'role', was.role, 'region', was.region,
            'channel', 'API', 'reason', was.reason, 'changes', was.changes::json))::text;
        select entry.sequence, entry.hash into last from history_entry as entry
        where entry.aggregate_type = 'plan' and entry.aggregate_id = was.plan_id order by entry.sequence desc limit 1;
        insert into history_entry (aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
        values ('plan', was.plan_id, coalesce(last.sequence, 0) + 1, was.aggregate_city, was.aggregate_region, was.at, was.action,
                was.person, said, sha256(coalesce(last.hash, '') || convert_to(said, 'UTF8')));
    end loop;
end
$$;
drop table plan_history;

do $$
declare
    was record;
    last record;
    said text;
begin
    for was in
        select history.*, draft.region_code as aggregate_city, draft.region_code as aggregate_region from campaign_draft_history as history
        join campaign_draft as draft on draft.id = history.draft_id order by history.id
    loop
        said := json_strip_nulls(json_build_object(
            'aggregateType', 'campaign-draft', 'aggregateId', was.draft_id, 'aggregateCity', was.aggregate_city,
            'aggregateRegion', was.aggregate_region, 'version', was.version,
            'at', to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', was.action,
            'person', was.person, 'name', was.name, 'role', was.role, 'region', was.region,
            'channel', 'API', 'changes', was.changes::json))::text;
        select entry.sequence, entry.hash into last from history_entry as entry
        where entry.aggregate_type = 'campaign-draft' and entry.aggregate_id = was.draft_id order by entry.sequence desc limit 1;
        insert into history_entry (aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
        values ('campaign-draft', was.draft_id, coalesce(last.sequence, 0) + 1, was.aggregate_city, was.aggregate_region, was.at, was.action,
                was.person, said, sha256(coalesce(last.hash, '') || convert_to(said, 'UTF8')));
    end loop;
end
$$;
drop table campaign_draft_history;
