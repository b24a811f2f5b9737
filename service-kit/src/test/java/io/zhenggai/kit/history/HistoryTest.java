package io.zhenggai.kit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.testsupport.Chains;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class HistoryTest {

    private static final Instant NOON = Instant.parse("2021-10-20T04:00:00.123456789Z");
    private static final Caller OFFICE = new Caller("p-1", "张三", Role.OFFICE, "410100", Optional.of("市工改办"), Set.of());
    private static final String CHAIN = """
            select sequence, entry, hash from history_entry where aggregate_type = 'thing' and aggregate_id = ? order by sequence
            """;

    @Inject
    History history;

    @Inject
    AgroalDataSource dataSource;

    private final UUID thing = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void eachEntryIsChainedToTheOneBeforeOfItsAggregate() throws Exception {
        history.add(List.of(deed(thing, 0, "REGISTER"), deed(other, 0, "REGISTER")));
        history.add(deed(thing, 1, "ASSIGN"));
        history.add(deed(other, 1, "ASSIGN"));
        history.add(deed(thing, 2, "CLOSE"));

        assertThat(Chains.links(dataSource, CHAIN, thing)).isEqualTo(3);
        assertThat(Chains.links(dataSource, CHAIN, other)).isEqualTo(2);
    }

    @Test
    void anEntryTellsWhoDidWhatByWhichWayWhenAndWhy() {
        Act act = Act.of(OFFICE, NOON, "材料不全");
        history.add(new Deed(
                new Aggregate("thing", thing, "410100", "410181"),
                7,
                "RETURN",
                act,
                FieldChanges.between(
                        Map.of("status", "FILED", "returns", 0), Map.of("status", "RETURNED", "returns", 1))));

        assertThat(history.of("thing", thing)).singleElement().satisfies(entry -> {
            assertThat(entry.version()).isEqualTo(7);
            assertThat(entry.at()).isEqualTo(Instant.parse("2021-10-20T04:00:00.123456Z"));
            assertThat(entry.action()).isEqualTo("RETURN");
            assertThat(entry.name()).isEqualTo("张三");
            assertThat(entry.role()).isEqualTo("office");
            assertThat(entry.region()).isEqualTo("410100");
            assertThat(entry.channel()).isEqualTo(Channel.API);
            assertThat(entry.reason()).isEqualTo("材料不全");
            assertThat(entry.changes().toString()).isEqualTo("""
                            {"returns":{"from":0,"to":1},"status":{"from":"FILED","to":"RETURNED"}}""");
        });
        assertThat(Sql.texts(dataSource, """
                select concat_ws(' ', city, region, action, person, entry::jsonb ->> 'aggregateRegion', entry::jsonb ->> 'unit')
                from history_entry where aggregate_id = '""" + thing + "'")).containsExactly("410100 410181 RETURN p-1 410181 市工改办");
    }

    /** As services do it: each locks the aggregate's row before. */
    @Test
    void changesAtTheSameTimeAreOneChain() throws Exception {
        int changes = 40;
        Sql.execute(dataSource, "insert into letter (id) values ('" + thing + "')");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> all = Collections.nCopies(changes, () -> {
                QuarkusTransaction.requiringNew().run(() -> {
                    Sql.texts(dataSource, "select id from letter where id = '" + thing + "' for update");
                    history.add(deed(thing, 1, "ASSIGN"));
                });
                return null;
            });
            for (Future<Void> change : threads.invokeAll(all)) {
                change.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Chains.links(dataSource, CHAIN, thing)).isEqualTo(changes);
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoLink() throws Exception {
        history.add(deed(thing, 0, "REGISTER"));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    history.add(deed(thing, 1, "ASSIGN"));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");

        history.add(deed(thing, 1, "CLOSE"));

        assertThat(history.of("thing", thing)).extracting(HistoryEntry::action).containsExactly("REGISTER", "CLOSE");
        assertThat(Chains.links(dataSource, CHAIN, thing)).isEqualTo(2);
    }

    @Test
    void tellsWhenAggregatesWereChangedLastAndWhetherAnythingWasDone() {
        Act later = Act.of(OFFICE, NOON.plusSeconds(60));
        history.add(List.of(deed(thing, 0, "REGISTER"), deed(other, 0, "REGISTER")));
        history.add(new Deed(Aggregate.of("thing", thing, "410100"), 1, "ASSIGN", later, Map.of()));

        assertThat(history.lastChanges("thing", List.of(thing, other, UUID.randomUUID())))
                .containsOnly(
                        entry(thing, Instant.parse("2021-10-20T04:01:00.123456Z")),
                        entry(other, Instant.parse("2021-10-20T04:00:00.123456Z")));
        assertThat(history.lastChanges("another-thing", List.of(thing))).isEmpty();
        assertThat(history.contains("thing", thing, "ASSIGN")).isTrue();
        assertThat(history.contains("thing", other, "ASSIGN")).isFalse();
        assertThat(history.contains("another-thing", thing, "ASSIGN")).isFalse();
        assertThat(history.of("thing", UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_entry set action = 'NOTHING'",
                "delete from history_entry",
                "truncate history_entry",
                "update personal_data_read set person = 'nobody'",
                "delete from personal_data_read",
                "truncate personal_data_read",
                "update seal set heads = 0",
                "delete from seal",
                "delete from sealed_head",
                "delete from event_operation"
            })
    void whatIsOnRecordIsNeitherChangedNorRemoved(String sql) {
        history.add(deed(thing, 0, "REGISTER"));

        assertThatThrownBy(() -> Sql.execute(dataSource, sql))
                .hasRootCauseMessage("ERROR: " + table(sql) + " only grows: rows are neither changed nor removed\n"
                        + "  Where: PL/pgSQL function only_grows() line 3 at RAISE");
    }

    private static String table(String sql) {
        return sql.replaceAll("^(update|delete from|truncate) (\\w+).*", "$2");
    }

    private static Deed deed(UUID id, long version, String action) {
        return new Deed(Aggregate.of("thing", id, "410100"), version, action, Act.of(OFFICE, NOON), Map.of());
    }
}
