package io.zhenggai.acceptance.fault;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.acceptance.client.NewIssue;
import io.zhenggai.embedded.system.LocalService;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What is no fault by itself and hard all the same: commits out of order, consumers that come and go, very much at once, clocks that jump. */
final class Circumstances {

    private static final int ROWS_PER_FILE = 5_000;
    private static final String IMPORTING = "410500";
    private static final Duration VISIT = Duration.ofMillis(700);

    /** Those who have partitions give them away at their next heartbeat, a second later at the most, and when their batch is done. */
    private static final Duration PATIENCE_FOR_PARTITIONS = Duration.ofSeconds(10);

    /** A county in which nobody else works, so that its events can be told in the outbox. */
    private static final String COUNTY = "410526";

    private Circumstances() {}

    /** A transaction appends its event before others do and commits after them: its outbox id is lower than what was sent already. */
    static void lateCommit(ReplicatedSystem system, Load load, Size size) throws SQLException {
        String document = "通报" + UUID.randomUUID();
        try (Gate gate = Gate.closedAfter(
                system.local().openDatabase(LocalService.ISSUE),
                "insert",
                "public.outbox",
                "for each row when (convert_from(new.data, 'UTF8') like '%\"" + COUNTY + "\"%')")) {
            CompletableFuture<Answer> late = CompletableFuture.supplyAsync(() -> register(system, document));
            gate.awaitArrival();
            OutboxRows outbox = new OutboxRows(system);
            long atLeastItsOwn = outbox.highestGiven();
            load.awaitDone(20);
            outbox.awaitSentAbove(atLeastItsOwn);
            gate.open();
            system.deeds().registered(document, UUID.fromString(late.join().text("/id")));
        }
    }

    private static Answer register(ReplicatedSystem system, String document) {
        return client(system, "county:" + COUNTY)
                .create(
                        "/api/v1/issues",
                        NewIssue.of(system.campaignId(), COUNTY, "SELF_INSPECTION", document, "联合验收未实现统一受理"));
    }

    /** Others enter the groups of the consumers, take partitions away from them, and leave again; some leave before they are given any. */
    static void storm(ReplicatedSystem system, Load load, Size size) {
        List<LocalService> visited = List.of(LocalService.PLAN, LocalService.REPORT, LocalService.NOTIFICATION);
        Map<LocalService, Integer> given = new EnumMap<>(LocalService.class);
        for (int round = 0; round < size.rounds(); round++) {
            boolean hasty = round % 2 == 1;
            for (LocalService service : visited) {
                Duration patience = hasty ? Duration.ZERO : PATIENCE_FOR_PARTITIONS;
                if (system.log().visit(service.module(), Set.of("zhenggai.issue"), VISIT, patience)) {
                    given.merge(service, 1, Integer::sum);
                }
            }
        }
        Fault.require(given.keySet().containsAll(visited), "only these gave partitions to a visitor: " + given);
        system.note("visitors with partitions " + given);
        load.awaitDone(5);
    }

    /** Whole ledgers come by files while two of the consumers are away; they find all of it at once. */
    static void backlog(ReplicatedSystem system, Load load, Size size) {
        List<LocalService> away = List.of(LocalService.REPORT, LocalService.NOTIFICATION);
        away.forEach(service -> Deaths.both(service).forEach(system.local()::stop));
        for (int rows = 0; rows < size.backlog(); rows += ROWS_PER_FILE) {
            importLedger(system);
        }
        away.forEach(service -> Deaths.both(service).forEach(system.local()::restart));
    }

    /** A ledger of 5,000 issues comes by a file. */
    static void importLedger(ReplicatedSystem system) {
        client(system, "office:" + IMPORTING)
                .send(
                        "/api/v1/issue-imports?campaignId=" + system.campaignId(),
                        "text/csv",
                        LedgerFile.of(IMPORTING, ROWS_PER_FILE),
                        200);
        system.deeds().imported(ROWS_PER_FILE);
    }

    /** The business clocks go days ahead, back behind where they stood, and ahead again. */
    static void clockJumps(ReplicatedSystem system, Load load, Size size) {
        for (int days : List.of(10, 2, 20, 0, 15)) {
            system.moveClock(Duration.ofDays(days));
            load.awaitDone(size.rounds());
        }
    }

    private static Client client(ReplicatedSystem system, String account) {
        return new Client(system.local().gatewayUrl(), system.local().token(account));
    }
}
