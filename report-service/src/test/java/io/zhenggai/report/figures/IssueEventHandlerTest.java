package io.zhenggai.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.Ledger;
import io.zhenggai.report.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures after events that come wrong, twice or late. */
@QuarkusTest
@OnRealServers
class IssueEventHandlerTest {

    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);

    @Inject
    BusinessClock clock;

    private Ledger ledger;

    @BeforeEach
    void connect() throws Exception {
        ledger = new Ledger();
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
    }

    @AfterEach
    void disconnect() {
        ledger.close();
    }

    @Test
    void anEventThatCannotBeCountedIsPutAsideAndBreaksNoFigure() throws Exception {
        IssueState good = ledger.issue("410100");
        for (LocalDate day : List.of(LocalDate.MAX, LocalDate.MIN, LocalDate.of(5_874_898, 1, 1))) {
            IssueState bad = inSamePartition(good).registeredOn(day);
            ledger.tell(bad.dueOn(day).closedOn(day));
        }
        ledger.tell(good);

        JsonPath figures = ledger.awaitTotal(1);

        assertThat(figures.getInt("total.closed")).isZero();
        assertThat(ledger.figures("province", "&groupBy=MONTH").getList("groups.key"))
                .containsExactly("2021-10");
    }

    @Test
    void repeatedAndOldVersionsChangeNothing() throws Exception {
        IssueState registered = ledger.issue("410100");
        IssueState closed = registered.dueOn(DUE).closedOn(DUE);
        ledger.say("issue.registered.v1", 1, registered);
        ledger.say("issue.closed.v1", 2, closed);
        ledger.say("issue.registered.v1", 1, registered);
        ledger.say("issue.closed.v1", 2, registered.returned(9));
        ledger.say("issue.assigned.v1", 1, registered.dueOn(DUE));
        ledger.tell(inSamePartition(registered));

        JsonPath figures = ledger.awaitTotal(2);

        assertThat(figures.getInt("total.closed")).isEqualTo(1);
        assertThat(figures.getInt("total.returnRate.numerator")).isZero();
    }

    /** An issue whose events come behind those of the other one: its id falls on the same of six partitions. */
    private IssueState inSamePartition(IssueState other) {
        IssueState candidate = ledger.issue(other.city());
        while (partition(candidate) != partition(other)) {
            candidate = ledger.issue(other.city());
        }
        return candidate;
    }

    private static int partition(IssueState issue) {
        return BuiltInPartitioner.partitionForKey(issue.id().toString().getBytes(StandardCharsets.US_ASCII), 6);
    }
}
