-- The official ledger has no item numbers: of a document's items without one, the description tells one from another. Numbers
-- and descriptions are compared without blanks, full and half width alike. One digest holds what is compared: SourceKey.java.
drop index source_item_once;
drop index source_item_once_without_document;

-- As Compared.java: NFKC, without what cannot be seen.
create function pg_temp.compared(given text) returns text language sql as $$
    select coalesce(
        regexp_replace(
            normalize(given, NFKC),
            '[\s\u00AD\u061C\u1680\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\U000E0001\U000E0020-\U000E007F]+', '', 'g'),
        '')
$$;

alter table source_item add column source_key text;
update source_item s
set description_sha256 = encode(sha256(convert_to(pg_temp.compared(i.description), 'UTF8')), 'hex'),
    source_key = encode(sha256(convert_to(
        concat_ws(
            chr(31),
            s.source,
            s.region_code,
            pg_temp.compared(s.document_number),
            pg_temp.compared(s.item_number),
            case when s.document_number is null then s.campaign_id::text else '' end,
            case when s.document_number is null and s.dated is not null then to_char(s.dated, 'YYYY-MM-DD') else '' end,
            case
                when s.document_number is null or s.item_number is null then pg_temp.compared(i.description)
                else '' end),
        'UTF8')), 'hex')
from issue i
where i.id = s.issue_id;

-- Two items that are alike by this rule only stay two: the first one has the key, the others are their own.
update source_item s
set source_key = s.id::text
from (select id, row_number() over (partition by source_key order by id) as place from source_item) numbered
where numbered.id = s.id and numbered.place > 1;

alter table source_item alter column source_key set not null;
create unique index source_item_once on source_item (source_key);
-- It told items without document apart, and the issue says it.
alter table source_item drop column campaign_id;

drop function pg_temp.compared(text);
