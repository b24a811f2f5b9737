package io.zhenggai.issue.testsupport;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Speaks on Kafka as the other services do. */
public final class OtherServices {

    /** The 2021 campaign, as every test of this service knows it. */
    public static final UUID CAMPAIGN_2021 = UUID.fromString("01920000-0000-7000-8000-000000002021");

    private static final String CAMPAIGN_JSON = """
            {"state": {"id": "%1$s", "title": "%2$d年河南省办理建筑许可整改提升工作方案", "year": %2$d,
              "start": "%2$d-%3$s", "end": "%2$d-12-31",
              "sources": [{"code": "EVALUATION"}, {"code": "PUBLIC_PAIN_POINT"}, {"code": "NATIONAL_CIRCULAR"},
                {"code": "PROVINCIAL_BRIEFING"}, {"code": "SYSTEM_SCORECARD"}, {"code": "HIDDEN_APPROVAL_CAMPAIGN"},
                {"code": "MINI_PROGRAM"}, {"code": "SELF_INSPECTION"}]}, "change": {}}
            """;

    private static final AtomicBoolean ARRIVED = new AtomicBoolean();

    private OtherServices() {}

    /** Publishes the campaign and waits until it has ARRIVED. */
    public static void campaign2021HasArrived() throws ExecutionException, InterruptedException {
        if (ARRIVED.get()) {
            return;
        }
        publishCampaign2021();
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> Api.register("province", "410100").statusCode() == 201);
        ARRIVED.set(true);
    }

    /** What the plan service sends when the campaign is published. */
    public static void publishCampaign2021() throws ExecutionException, InterruptedException {
        publish(CAMPAIGN_2021);
    }

    /** What the plan service sends when another campaign with the same content is published. */
    public static void publish(UUID id) throws ExecutionException, InterruptedException {
        publish(id, CAMPAIGN_JSON.formatted(id, 2021, "10-19"));
    }

    /** What the plan service sends when the campaign of the next year is published. */
    public static void publishNextYears(UUID id) throws ExecutionException, InterruptedException {
        publish(id, CAMPAIGN_JSON.formatted(id, 2022, "01-01"));
    }

    private static void publish(UUID id, String campaign) throws ExecutionException, InterruptedException {
        Map<String, Object> servers =
                Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
        try (Admin admin = Admin.create(servers)) {
            Topics.create(admin, Set.of("campaign"), 6);
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.of("campaign"),
                            null,
                            null,
                            id.toString().getBytes(StandardCharsets.US_ASCII),
                            campaign.getBytes(StandardCharsets.UTF_8),
                            CloudEventHeaders.write(
                                    "plan-service",
                                    UUID.randomUUID(),
                                    "campaign.published.v1",
                                    id,
                                    Instant.parse("2021-10-19T00:30:00Z"),
                                    1,
                                    Optional.empty())))
                    .get();
        }
    }
}
