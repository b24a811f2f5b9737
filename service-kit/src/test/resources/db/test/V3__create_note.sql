-- What the test's projection keeps.
create table note (
    id   uuid primary key,
    text text not null
);
create index note_text on note (text);
