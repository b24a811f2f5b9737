-- The campaigns that an issue was carried over from, their ids with commas between them; null where there are none. Their figures count it as
-- carried over. Of what is there the projection is rebuilt, or told again.
alter table issue add column campaigns_before text;
create index issue_carried_over on issue (id) where campaigns_before is not null;
