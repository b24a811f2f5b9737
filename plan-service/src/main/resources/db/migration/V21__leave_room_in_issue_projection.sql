-- Every event of an issue rewrites its row. With room left the new row stays on its page, and where no indexed column changes, the
-- indexes are not touched.
alter table issue set (fillfactor = 80);
