-- What is searched of an issue tells the hour of its registration, so that a search for the newest reads the newest alone: IssueText. What V17 has
-- indexed just now tells it already.
update issue_text set pairs = pairs || hour.pair
from (select id, -131072 + (cast(floor(extract(epoch from registered_at) / 3600) as int) & 65535) as pair from issue) as hour
where hour.id = issue_text.issue_id and not pairs @> array[hour.pair];
