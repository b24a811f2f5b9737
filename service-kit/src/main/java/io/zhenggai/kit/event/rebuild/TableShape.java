package io.zhenggai.kit.event.rebuild;

/** Questions to PostgreSQL's catalogue about the tables of projections. */
final class TableShape {

    /** What a table may not have, or the copy could not stand in for it. Takes the table. */
    static final String OBSTACLES = """
            with live as (
                select c.* from (values (?)) as given (name)
                left join pg_class c on c.relname = given.name and c.relnamespace = 'public'::regnamespace)
            select 'there is no such table' from live where oid is null
            union all
            select 'it is no ordinary table' from live
            where relkind <> 'r' or relispartition or relrowsecurity
               or exists (select from pg_inherits i where live.oid in (i.inhrelid, i.inhparent))
            union all
            select 'it belongs to another role' from live where not pg_has_role(relowner, 'usage')
            union all
            select 'the service may not create a schema' where not has_database_privilege(current_database(), 'create')
            union all
            select 'foreign key ' || k.conname from live join pg_constraint k on live.oid in (k.conrelid, k.confrelid)
            where k.contype = 'f'
            union all
            select 'trigger ' || t.tgname from live join pg_trigger t on t.tgrelid = live.oid where not t.tgisinternal
            union all
            select distinct 'view or rule on ' || r.ev_class::regclass::text
            from live join pg_depend d on d.refobjid = live.oid and d.classid = 'pg_rewrite'::regclass
            join pg_rewrite r on r.oid = d.objid
            union all
            select 'a default of the sequence ' || s.relname
            from live join pg_attrdef a on a.adrelid = live.oid
            join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = a.oid
            join pg_class s on s.oid = d.refobjid and s.relkind = 'S'
            """;

    /**
     * The statements that make an empty table like a live one. {@code like … including indexes} would give the indexes names of
     * its own. Takes the copy's schema and the table.
     */
    static final String STATEMENTS = """
            with given as (select s.schema, c.* from (values (?, ?)) as s (schema, name)
                           join pg_class c on c.relname = s.name and c.relnamespace = 'public'::regnamespace)
            select statement from (
                select 1 as step, '' as name,
                       format('create table %I.%I (like public.%I including all excluding indexes)', schema, relname, relname)
                       as statement
                from given
                union all
                select 2, '', format('alter table %I.%I set (%s)', schema, relname, array_to_string(reloptions, ', '))
                from given where reloptions is not null
                union all
                select 3, k.conname,
                       format('alter table %I.%I add constraint %I %s', schema, relname, k.conname, pg_get_constraintdef(k.oid))
                from given join pg_constraint k on k.conrelid = given.oid where k.contype in ('p', 'u', 'x')
                union all
                select 4, i.relname,
                       format('create %sindex %I on %I.%I %s', case when x.indisunique then 'unique ' end, i.relname, schema,
                              given.relname, substring(pg_get_indexdef(x.indexrelid) from ' (USING .*)$'))
                from given join pg_index x on x.indrelid = given.oid join pg_class i on i.oid = x.indexrelid
                where not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
                union all
                select 5, '', format('grant %s on %I.%I to %s%s', a.privilege_type, schema, relname,
                                     case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
                                     case when a.is_grantable then ' with grant option' end)
                from given, aclexplode(given.relacl) a where a.grantee <> given.relowner
                union all
                select 6, '', format('grant %s (%I) on %I.%I to %s%s', a.privilege_type, t.attname, schema, relname,
                                     case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
                                     case when a.is_grantable then ' with grant option' end)
                from given join pg_attribute t on t.attrelid = given.oid, aclexplode(t.attacl) a) as made
            order by step, name, statement
            """;

    /** One line for each column in order, and for each constraint and index. Takes schema and table. */
    static final String SHAPE = """
            with given as (select c.* from (values (?, ?)) as s (schema, name)
                           join pg_class c on c.relname = s.name and c.relnamespace = s.schema::regnamespace)
            select line from (
                select 1 as step, row_number() over (order by a.attnum) as place,
                       concat_ws(' ', 'column', a.attname, format_type(a.atttypid, a.atttypmod),
                                 case when a.attnotnull then 'not null' end, 'identity=' || nullif(a.attidentity::text, ''),
                                 'generated=' || nullif(a.attgenerated::text, ''), 'default ' || pg_get_expr(d.adbin, d.adrelid),
                                 'collate ' || nullif(a.attcollation, 0)::text) as line
                from given join pg_attribute a on a.attrelid = given.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                union all
                select 2, 0, concat_ws(' ', 'constraint', k.conname, pg_get_constraintdef(k.oid))
                from given join pg_constraint k on k.conrelid = given.oid
                union all
                select 3, 0, concat_ws(' ', case when x.indisunique then 'unique' end, 'index', i.relname,
                                       substring(pg_get_indexdef(x.indexrelid) from ' (USING .*)$'))
                from given join pg_index x on x.indrelid = given.oid join pg_class i on i.oid = x.indexrelid
                union all
                select 4, 0, 'parameter ' || unnest(reloptions) from given) as lines
            order by step, place, line
            """;

    private TableShape() {}
}
