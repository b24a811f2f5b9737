package io.zhenggai.kit.event.rebuild;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.testsupport.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A projection with a topic and a table of its own for one test: the last text of each memo. */
final class Memos implements Projection, AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int PARTITIONS = 3;

    private final String type = "memo-" + NUMBER.incrementAndGet();
    private final String table = type.replace('-', '_');
    private final AgroalDataSource dataSource;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Future<?>> sent = new ConcurrentLinkedQueue<>();

    Memos(AgroalDataSource dataSource) throws InterruptedException {
        this.dataSource = dataSource;
        execute("""
                create table {table} (
                    id      uuid primary key,
                    version bigint not null,
                    text    varchar(40) not null constraint {table}_no_blank check (text <> ''),
                    number  bigint generated always as identity,
                    noted   timestamptz not null default clock_timestamp(),
                    constraint {table}_numbers unique (number))
                """);
        execute("create index {table}_by_text on {table} (lower(text), version desc) where version > 0");
        execute("grant select (text) on {table} to public");
        execute("grant select on {table} to public");
        try (Admin admin = Admin.create(servers())) {
            Topics.create(admin, Set.of(type), PARTITIONS);
        }
        this.producer = new KafkaProducer<>(servers(), new ByteArraySerializer(), new ByteArraySerializer());
        await().until(() -> producer.partitionsFor(topic()).stream()
                        .filter(one -> one.leader() != null)
                        .count()
                == PARTITIONS);
    }

    @Override
    public String aggregateType() {
        return type;
    }

    @Override
    public List<String> tables() {
        return List.of(table);
    }

    @Override
    public boolean reads(String eventType) {
        return eventType.startsWith(type + ".") && eventType.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        events.forEach(this::put);
    }

    private void put(Event event) {
        calls.incrementAndGet();
        String text = event.state(Memo.class).text();
        if (refused.contains(text)) {
            throw new IllegalStateException("refused: " + text);
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(sql("""
                        insert into {table} (id, version, text) values (?, ?, ?)
                        on conflict (id) do update set version = excluded.version, text = excluded.text
                        """))) {
            put.setObject(1, event.aggregateId());
            put.setLong(2, event.aggregateVersion());
            put.setString(3, text);
            put.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the memo could not be stored", e);
        }
    }

    record Memo(String text) {}

    /** From now on such a text is a failure. */
    void refuse(String text) {
        refused.add(text);
    }

    void allow(String text) {
        refused.remove(text);
    }

    int calls() {
        return calls.get();
    }

    String topic() {
        return Topics.of(type);
    }

    /** Tells a text under the next place of the memo's partition. */
    void tell(UUID id, long version, String text) {
        send(type + ".changed.v1", id, version, text);
    }

    /** Tells again how the memo is. */
    void republish(UUID id, long version, String text) {
        send(type + ".snapshot.v1", id, version, text);
    }

    private void send(String eventType, UUID id, long version, String text) {
        int partition = Math.floorMod(id.hashCode(), PARTITIONS);
        sent.add(producer.send(new ProducerRecord<>(
                topic(),
                partition,
                null,
                id.toString().getBytes(StandardCharsets.US_ASCII),
                "{\"state\": {\"text\": \"%s\"}, \"change\": {}}"
                        .formatted(text)
                        .getBytes(StandardCharsets.UTF_8),
                CloudEventHeaders.write(
                        "test",
                        UUID.randomUUID(),
                        eventType,
                        id,
                        Instant.parse("2021-10-20T04:00:00Z"),
                        version,
                        Optional.empty()))));
    }

    void flush() {
        producer.flush();
        for (Future<?> one = sent.poll(); one != null; one = sent.poll()) {
            try {
                one.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** @return the texts by id, as anybody reads them */
    Map<UUID, String> texts() {
        return query(
                        "select id, text from {table}",
                        found -> Map.entry(found.getObject(1, UUID.class), found.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<String> letters() {
        return lines("""
                select record_offset || case when discarded_at is null then '' else ' discarded' end
                from dead_letter where aggregate_type = '{type}' order by partition, record_offset
                """);
    }

    /** What the catalogue says of the table, names and rights included. */
    List<String> shape() {
        return lines("""
                select concat_ws(' ', c.relname, c.relkind, c.relacl, i.indexdef)
                from pg_class c left join pg_indexes i on i.indexname = c.relname and i.schemaname = 'public'
                where c.relname like '{table}%' and c.relnamespace = 'public'::regnamespace
                union all
                select concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attacl,
                                 pg_get_expr(d.adbin, d.adrelid))
                from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where a.attrelid = 'public.{table}'::regclass and a.attnum > 0
                union all
                select concat_ws(' ', conname, pg_get_constraintdef(oid)) from pg_constraint
                where conrelid = 'public.{table}'::regclass
                order by 1
                """);
    }

    boolean hasCopy() {
        return !lines("select nspname from pg_namespace where nspname = 'rebuild_{table}'")
                .isEmpty();
    }

    List<String> lines(String sql) {
        return query(sql, found -> found.getString(1));
    }

    private <T> List<T> query(String sql, Row<T> row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql(sql));
                ResultSet found = read.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        Sql.execute(dataSource, sql(sql));
    }

    String sql(String sql) {
        return sql.replace("{table}", table).replace("{type}", type);
    }

    static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
    }

    @Override
    public void close() {
        producer.close();
        execute("drop schema if exists rebuild_{table} cascade");
        execute("drop table if exists {table} cascade");
        execute("delete from dead_letter where aggregate_type = '{type}'");
        execute("delete from projection_rebuild where aggregate_type = '{type}'");
    }

    private interface Row<T> {
        T of(ResultSet found) throws SQLException;
    }
}
