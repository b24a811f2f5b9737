-- 佐证材料. The content lies beside its record until an object store comes (docs/decisions/0004): one transaction for file,
-- history entry and event.
create table evidence (
    id            uuid primary key,
    issue_id      uuid        not null references issue,
    file_name     text        not null,
    media_type    text        not null,
    bytes         int         not null,
    sha256        text        not null,
    added_at      timestamptz not null,
    added_by      text        not null,
    added_by_name text        not null,
    content       bytea       not null
);
create index evidence_issue on evidence (issue_id, id);
-- Office documents and pictures are compressed already: do not try again.
alter table evidence alter column content set storage external;

-- The official ledger has no columns for the source's date and the text as received: what is not known is absent.
alter table source_item alter column dated drop not null;
alter table source_item alter column text_received drop not null;

-- Without a document number an item is told from another one by all that was said of it, so that an import that is repeated
-- finds what it has stored. Two items that were stored alike before this rule stay two: each is its own digest.
alter table source_item add column campaign_id uuid;
alter table source_item add column description_sha256 text;
update source_item s
set campaign_id = i.campaign_id,
    description_sha256 = case
        when s.document_number is null then s.id::text
        else encode(sha256(convert_to(i.description, 'UTF8')), 'hex') end
from issue i
where i.id = s.issue_id;
alter table source_item alter column campaign_id set not null;
alter table source_item alter column description_sha256 set not null;
create unique index source_item_once_without_document
    on source_item (source, region_code, campaign_id, description_sha256, item_number, dated) nulls not distinct
    where document_number is null;

-- For lists by light: what is still owed, by its deadline.
create index issue_owed on issue (deadline) where status <> 'CLOSED' and deadline is not null;
