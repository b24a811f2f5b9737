-- Histories are one table of the kit now, chained (decision 13). What they say stays as it was.
select take_over_entry(json_strip_nulls(json_build_object(
    'aggregateType', 'report', 'aggregateId', was.report_id, 'aggregateCity', was.aggregate_city,
    'aggregateRegion', was.aggregate_region, 'version', was.version,
    'at', to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', was.action,
    'person', was.person, 'name', was.name, 'role', was.role, 'region', was.region,
    'channel', 'API', 'reason', was.reason, 'changes', was.changes::json))::text)
from (
    select history.*, report.region_code as aggregate_city, report.region_code as aggregate_region from report_history as history
    join report on report.id = history.report_id order by history.id
) as was;
drop table report_history;
drop function take_over_entry(text);
