-- What is searched of an issue tells the quarter of a day of its registration, so that a search for the newest reads the newest alone: IssueText. An
-- issue that does not tell it is left out of such a search: no replica of before may write meanwhile. What V17 has indexed just now tells it already.
do $$
begin
    create temporary table untold on commit drop as
        select issue.id, -131072 + (cast(floor(extract(epoch from registered_at) / 21600) as int) & 65535) as pair
        from issue join issue_text on issue_id = issue.id
        where not pairs @> array[-131072 + (cast(floor(extract(epoch from registered_at) / 21600) as int) & 65535)];
    if exists (select from untold) then
        drop index issue_text_pairs;
        update issue_text set pairs = pairs || untold.pair from untold where untold.id = issue_id;
        create index issue_text_pairs on issue_text using gin (pairs) with (gin_pending_list_limit = 512);
    end if;
end
$$;
