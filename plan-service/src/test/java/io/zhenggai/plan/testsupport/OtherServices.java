package io.zhenggai.plan.testsupport;

import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Speaks on Kafka as the issue service and the report service do. */
public final class OtherServices implements AutoCloseable {

    private static final String ISSUE = """
            {"state": {"id": "%s", "ledgerNumber": "%s", "campaignId": "%s", "city": "%s", "region": "%s",
              "source": "SYSTEM_SCORECARD", "category": "TIME", "severity": "GENERAL", "status": "%s",
              "registeredOn": "2021-10-19", "assignedOn": %s, "returns": 0}, "change": {}}
            """;
    private static final String REPORT = """
            {"state": {"id": "%s", "campaignId": "%s", "region": "%s", "status": "%s", "documentNumber": "郑州市工改办〔2021〕28号",
              "submittedAt": %s, "firstSubmittedAt": %s, "returnedAt": %s, "resubmitBy": %s, "returns": %d, "acceptedAt": %s},
             "change": {}}
            """;

    private final KafkaProducer<byte[], byte[]> producer;

    public OtherServices() {
        Map<String, Object> servers =
                Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
        try (Admin admin = Admin.create(servers)) {
            Topics.create(admin, Set.of("issue", "report"), 6);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        producer = new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** An issue of the city itself was assigned on that day (a date, or null: it is only registered). */
    public void tellIssue(Issue issue, long version) throws ExecutionException, InterruptedException {
        String assignedOn = issue.assignedOn() == null ? "null" : "\"" + issue.assignedOn() + "\"";
        String body = ISSUE.formatted(
                issue.id(),
                issue.ledgerNumber(),
                issue.campaignId(),
                issue.city(),
                issue.city(),
                issue.status(),
                assignedOn);
        send("issue", issue.id(), version, "issue.assigned.v1", body);
    }

    /** What is known of an issue. */
    public record Issue(UUID id, String ledgerNumber, UUID campaignId, String city, String status, String assignedOn) {}

    /** A report stands so. */
    public void tellReport(Report report, long version) throws ExecutionException, InterruptedException {
        String body = REPORT.formatted(
                report.id(),
                report.campaignId(),
                report.region(),
                report.status(),
                quoted(report.firstSubmittedAt()),
                quoted(report.firstSubmittedAt()),
                quoted(report.returnedAt()),
                quoted(report.resubmitBy()),
                report.returns(),
                quoted(report.acceptedAt()));
        send("report", report.id(), version, "report.changed.v1", body);
    }

    /** What is known of a report; null: absent. */
    public record Report(
            UUID id,
            UUID campaignId,
            String region,
            String status,
            String firstSubmittedAt,
            String returnedAt,
            String resubmitBy,
            int returns,
            String acceptedAt) {}

    private static String quoted(String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private void send(String aggregateType, UUID id, long version, String type, String body)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(
                        Topics.of(aggregateType),
                        null,
                        null,
                        id.toString().getBytes(StandardCharsets.US_ASCII),
                        body.getBytes(StandardCharsets.UTF_8),
                        CloudEventHeaders.write(
                                aggregateType + "-service",
                                UUID.randomUUID(),
                                type,
                                id,
                                Instant.parse("2021-10-20T02:00:00Z"),
                                version,
                                Optional.empty())))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
