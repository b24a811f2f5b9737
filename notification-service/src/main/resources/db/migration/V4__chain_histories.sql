-- Histories are one table of the kit now, chained (decision 13). What they say stays as it was.
select take_over_entry(json_build_object(
    'aggregateType', 'contact', 'aggregateId', was.contact_id, 'aggregateCity', was.aggregate_city,
    'aggregateRegion', was.region_code, 'version', was.version,
    'at', to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', was.deed,
    'person', was.by_person, 'name', was.by_name, 'role', was.by_role, 'region', was.by_region, 'channel', 'API',
    'changes', case when was.side is null then '{}'::json else json_build_object(
        'region', json_build_object(was.side, was.region_code), 'unit', json_build_object(was.side, was.unit),
        'post', json_build_object(was.side, was.post)) end)::text)
from (
    select history.*,
           case when history.region_code like '%0000' or history.region_code like '4190%' then history.region_code
                else left(history.region_code, 4) || '00' end as aggregate_city,
           case history.action when 'NAMED' then 'NAME' when 'CHANGED' then 'CHANGE' else 'REMOVE' end as deed,
           -- What holds the post never changes; who and where was not on record.
           case history.action when 'NAMED' then 'to' when 'REMOVED' then 'from' end as side
    from contact_history as history order by history.id
) as was;
drop table contact_history;
drop function take_over_entry(text);
