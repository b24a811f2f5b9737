package io.zhenggai.acceptance.fault;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.embedded.system.LocalService;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is no fault by itself and hard all the same: commits out of order, very much at once, clocks that jump. */
final class Circumstances {

    private static final int ROWS_PER_FILE = 5_000;
    private static final String IMPORTING = "410500";

    /** A county in which nobody else works, so that its events can be told in the outbox. */
    private static final String COUNTY = "410526";

    private Circumstances() {}

    /** A transaction appends its event before others do and commits after them: its outbox id is lower than what was sent already. */
    static void lateCommit(ReplicatedSystem system, Load load, Size size) throws SQLException {
        String document = "通报" + UUID.randomUUID();
        try (Gate gate = Gate.closedAfter(
                system.local().openDatabase(LocalService.ISSUE),
                "insert on public.outbox for each row when (convert_from(new.data, 'UTF8') like '%\"" + COUNTY
                        + "\"%')")) {
            CompletableFuture<Answer> late = CompletableFuture.supplyAsync(() -> register(system, document));
            gate.awaitArrival();
            load.awaitDone(20);
            gate.open("public.outbox");
            system.deeds().registered(document, UUID.fromString(late.join().text("/id")));
        }
    }

    private static Answer register(ReplicatedSystem system, String document) {
        Map<String, Object> sourceItem = Map.of(
                "source", "SELF_INSPECTION",
                "documentNumber", document,
                "itemNumber", "1",
                "dated", "2021-10-12",
                "textReceived", "联合验收未实现统一受理");
        return client(system, "county:" + COUNTY)
                .create(
                        "/api/v1/issues",
                        Map.of(
                                "campaignId",
                                system.campaignId(),
                                "region",
                                COUNTY,
                                "description",
                                "联合验收未实现统一受理",
                                "category",
                                "TIME",
                                "severity",
                                "SERIOUS",
                                "sourceItem",
                                sourceItem));
    }

    /** Whole ledgers come by files while two of the consumers are away; they find all of it at once. */
    static void backlog(ReplicatedSystem system, Load load, Size size) {
        List<LocalService> away = List.of(LocalService.REPORT, LocalService.NOTIFICATION);
        away.forEach(service -> Deaths.both(service).forEach(system.local()::stop));
        Client office = client(system, "office:" + IMPORTING);
        for (int rows = 0; rows < size.backlog(); rows += ROWS_PER_FILE) {
            office.send(
                    "/api/v1/issue-imports?campaignId=" + system.campaignId(), "text/csv", file(ROWS_PER_FILE), 200);
            system.deeds().imported(ROWS_PER_FILE);
        }
        away.forEach(service -> Deaths.both(service).forEach(system.local()::restart));
    }

    private static String file(int issues) {
        return "序号,问题来源,来源文号,来源条目号,来源日期,所属地区,问题描述,问题类别,严重程度\r\n"
                + IntStream.rangeClosed(1, issues)
                        .mapToObj(row -> row + ",自查发现,自查" + UUID.randomUUID() + "," + row + ",2021-10-12," + IMPORTING
                                + ",联合验收未实现统一受理,环节,一般")
                        .collect(Collectors.joining("\r\n"));
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
