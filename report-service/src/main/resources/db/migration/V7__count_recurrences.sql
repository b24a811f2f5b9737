-- The closed issue that has come back, of the repeat rate: looked up from the closed one.
alter table issue add column recurrence_of uuid;
create index issue_recurrence on issue (recurrence_of) where recurrence_of is not null;
