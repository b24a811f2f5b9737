-- What each key makes of something that is known: whether a key of that name is still the same is seen at the start.
create table key_proof (
    name  text  primary key,
    proof bytea not null
);

-- What was asked is encrypted now too. A repeat that spans this migration is answered as a new request.
delete from kept_answer;
