package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Everything that the databases and the topics hold of what was committed, read when the system has nothing left to do.
 *
 * @param appended each event by the triggers of its owner's database, in order
 * @param sent each record of the topics, in the order of its partition
 * @param effects by the triggers of each consumer's database, in order
 * @param ledger the issues of issue-service
 * @param projections what each consumer keeps of others, beside what those have
 * @param reports version of each report by its owner
 * @param documents how many issues were found in each document
 * @param summaryObligations of each report the obligation that follows it
 */
record Findings(
        List<Watch.Appended> appended,
        List<Sent> sent,
        Map<LocalService, List<Watch.Effect>> effects,
        Map<UUID, Row> ledger,
        List<Projections.Stand> projections,
        Map<UUID, Row> reports,
        Map<String, Long> documents,
        Map<UUID, UUID> summaryObligations) {

    private static final Map<LocalService, Set<String>> OWNED = Map.of(
            LocalService.ISSUE, Set.of("issue", "look-back", "supervision"),
            LocalService.PLAN, Set.of("campaign", "obligation", "plan", "training-session"),
            LocalService.REPORT, Set.of("report"));
    private static final String TOPIC_PREFIX = "zhenggai.";

    /** Who must hear of what: by the services' documentation, not by what they say. */
    static final Map<LocalService, Set<String>> CONSUMED = Map.of(
            LocalService.ISSUE, Set.of("campaign"),
            LocalService.PLAN, Set.of("issue", "report"),
            LocalService.REPORT, Set.of("campaign", "obligation", "plan", "training-session", "issue"),
            LocalService.NOTIFICATION, Set.of("campaign", "obligation", "issue"));

    /**
     * An event as its record tells it.
     *
     * @param type such as {@code issue.closed.v1}
     */
    record Sent(Aggregate aggregate, long version, UUID eventId, String type) {

        /** @return what must be on the topic of an event that was committed */
        static Sent of(Watch.Appended event) {
            return new Sent(event.aggregate(), event.version(), event.eventId(), event.type());
        }
    }

    /** An issue or report in its owner's table. */
    record Row(long eventVersion, String region) {}

    static Findings of(ReplicatedSystem system) throws SQLException {
        LocalSystem local = system.local();
        List<Watch.Appended> appended = new ArrayList<>();
        Map<LocalService, List<Watch.Effect>> effects = new HashMap<>();
        for (LocalService service : LocalService.behindGateway()) {
            try (Connection database = local.openDatabase(service)) {
                appended.addAll(Watch.appended(database));
                effects.put(service, Watch.effects(database));
            }
        }
        return new Findings(
                appended,
                sent(system),
                effects,
                rows(local, LocalService.ISSUE, "select id, event_version, region_code from issue"),
                Projections.of(local),
                rows(local, LocalService.REPORT, "select id, event_version, region_code from report"),
                documents(local),
                summaryObligations(local));
    }

    private static List<Sent> sent(ReplicatedSystem system) {
        Set<String> topics = OWNED.values().stream()
                .flatMap(Set::stream)
                .map(TOPIC_PREFIX::concat)
                .collect(Collectors.toSet());
        return system.log().readAll(topics, Findings::sent);
    }

    static Sent sent(ConsumerRecord<byte[], byte[]> record) {
        return new Sent(
                new Aggregate(
                        record.topic().substring(TOPIC_PREFIX.length()).intern(),
                        UUID.fromString(header(record, "ce_subject"))),
                Long.parseLong(header(record, "ce_aggregateversion")),
                UUID.fromString(header(record, "ce_id")),
                header(record, "ce_type").intern());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Map<UUID, Row> rows(LocalSystem local, LocalService service, String query) throws SQLException {
        Map<UUID, Row> rows = new HashMap<>();
        try (Connection database = local.openDatabase(service);
                PreparedStatement read = database.prepareStatement(query);
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                rows.put(
                        row.getObject(1, UUID.class),
                        new Row(row.getLong(2), row.getString(3).intern()));
            }
        }
        return rows;
    }

    private static Map<String, Long> documents(LocalSystem local) throws SQLException {
        Map<String, Long> documents = new HashMap<>();
        try (Connection database = local.openDatabase(LocalService.ISSUE);
                PreparedStatement read = database.prepareStatement(
                        "select document_number, count(distinct issue_id) from source_item group by document_number");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                documents.put(row.getString(1), row.getLong(2));
            }
        }
        return documents;
    }

    private static Map<UUID, UUID> summaryObligations(LocalSystem local) throws SQLException {
        Map<String, UUID> obligations = new HashMap<>();
        try (Connection database = local.openDatabase(LocalService.PLAN);
                PreparedStatement read = database.prepareStatement(
                        "select region_code, id from obligation where code = 'SUMMARY_REPORT'");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                obligations.put(row.getString(1), row.getObject(2, UUID.class));
            }
        }
        Map<UUID, UUID> byReport = new HashMap<>();
        rows(local, LocalService.REPORT, "select id, event_version, region_code from report")
                .forEach((id, report) -> byReport.put(id, obligations.get(report.region())));
        return byReport;
    }
}
