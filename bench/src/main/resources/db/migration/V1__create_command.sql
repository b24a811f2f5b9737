-- One row for each command whose latency is measured: the moment of its transaction's commit is asked of the server.
create table command (
    aggregate_id uuid primary key
);
