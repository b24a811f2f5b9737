-- Files lie in the object store (docs/decisions/0016); the database knows where. What lies in the column still is moved while the service
-- runs, piece by piece, and read from there until then.
alter table evidence
    alter column content drop not null,
    add column object_key text,
    -- Of a picture that could be read: the key of its thumbnail.
    add column thumbnail_key text,
    -- BEFORE or AFTER the rectification, where it was said.
    add column moment text,
    -- The piece that shows the same before or after; the one that came later names the other.
    add column paired_with uuid references evidence on delete set null,
    add constraint evidence_lies_somewhere check (object_key is not null or content is not null);
create index evidence_to_move on evidence (id) where content is not null;
-- The sweep asks whether a key is named; and no two rows share an object, or to delete the one would take the other's.
create unique index evidence_object on evidence (object_key);
create unique index evidence_thumbnail on evidence (thumbnail_key) where thumbnail_key is not null;
create unique index evidence_pair on evidence (paired_with) where paired_with is not null;

-- Files that are not evidence of anything yet. Who attaches one takes its row away, so that nobody attaches it twice.
create table upload (
    id            uuid        primary key,
    -- Whose it is: the person in this very role and place.
    person        text        not null,
    role          text        not null,
    region        text        not null,
    unit          text,
    file_name     text        not null,
    media_type    text        not null,
    bytes         int         not null,
    sha256        text        not null,
    object_key    text        not null unique,
    thumbnail_key text        unique,
    uploaded_at   timestamptz not null,
    expires_at    timestamptz not null
);
create index upload_expiry on upload (expires_at);
create index upload_owner on upload (person);
