-- Every event of an aggregate rewrites its row here. With room left the new row stays on its page and the index untouched.
alter table consumed_version set (fillfactor = 70);
