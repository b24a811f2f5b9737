package io.zhenggai.acceptance.concurrency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.acceptance.client.Notice2021;
import io.zhenggai.acceptance.contract.ContractFilter;
import io.zhenggai.acceptance.contract.PublishedContract;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import io.zhenggai.embedded.system.Replica;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What must hold while two replicas of every service are at work, and one of them dies. */
@Order(55)
class ReplicasTest {

    private static final String SESSIONS = "/api/v1/training-sessions";
    private static final String OFFICE = "office:410600";
    private static final String REGISTRAR = "office:410900";
    private static final int AT_ONCE = 32;

    /** Without a pause, on a machine where a service has to start meanwhile. */
    private static final int ASKING = 4;

    private static final ContractFilter CONTRACT = new ContractFilter(PublishedContract.read());
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static LocalSystem system;
    private static String campaign;

    @BeforeAll
    static void start() {
        Path module = Path.of("").toAbsolutePath();
        system = LocalSystem.start(
                LocalSystemConfig.of(module.getParent(), module.resolve("target/repeated"), LocalPorts.free(2))
                        .beginningAnew()
                        .withClockAt(Instant.parse("2021-10-20T01:00:00Z")));
        campaign = Notice2021.publish(new Client(system.gatewayUrl(), system.token("province")));
        system.awaitIdle(Duration.ofMinutes(3));
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    /** A training session: an office may record as many alike as it likes, so that nothing but the key tells that it is one. */
    @Test
    void aThousandAtOnceWithARestartBetweenThemAreOneSession() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = system.token(OFFICE);
        long before = sessions();

        List<Response> answers = new ArrayList<>(allAtOnce(500, each -> record(token, key, each)));
        for (int replica : new int[] {1, 2}) {
            system.kill(new Replica(LocalService.PLAN, replica));
            system.restart(new Replica(LocalService.PLAN, replica));
        }
        answers.addAll(allAtOnce(500, each -> record(token, key, each)));

        Response first = record(token, key, 0);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(answers).hasSize(1_000).allSatisfy(answer -> assertIsTheFirstOrLater(answer, first));
        List<Response> again = allAtOnce(1_000, each -> untilAnswered(token, key, each));
        assertThat(again).allSatisfy(answer -> assertSame(answer, first));
        assertThat(sessions()).isEqualTo(before + 1);
    }

    @Test
    void whoNeverStopsAskingWhileItIsKilledGetsOneSession() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = system.token(OFFICE);
        long before = sessions();
        AtomicInteger asked = new AtomicInteger();
        ExecutorService killer = Executors.newSingleThreadExecutor();
        List<Response> answers;
        try {
            Future<?> killed = killer.submit(() -> {
                for (int replica : new int[] {1, 2}) {
                    system.kill(new Replica(LocalService.PLAN, replica));
                    system.restart(new Replica(LocalService.PLAN, replica));
                }
            });
            answers = allAtOnce(ASKING, each -> {
                Response answer;
                do {
                    asked.incrementAndGet();
                    answer = record(token, key, each);
                } while (!killed.isDone() || answer.statusCode() != 201);
                return answer;
            });
        } finally {
            killer.shutdown();
        }

        assertThat(asked.get()).isGreaterThan(ASKING);
        assertThat(answers).allSatisfy(answer -> assertSame(answer, answers.get(0)));
        assertThat(sessions()).isEqualTo(before + 1);
    }

    @Test
    void aListThatIsWalkedWhileTenThousandAreRegisteredShowsEachRowOfTheStartOnce() throws Exception {
        register(1_000);
        Set<String> atTheStart = new HashSet<>(walk());
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> registered = writer.submit(() -> {
                List<String> some = atTheStart.stream().limit(200).toList();
                for (int i = 0; i < 20; i++) {
                    register(500);
                    some.subList(10 * i, 10 * i + 10).forEach(ReplicasTest::assign);
                }
            });
            int walks = 0;
            do {
                List<String> walk = walk();
                walks++;
                assertThat(walk).doesNotHaveDuplicates().containsAll(atTheStart);
                assertThat(walk).isSortedAccordingTo(Comparator.reverseOrder());
            } while (!registered.isDone());
            registered.get();
            assertThat(walks).as("walks while rows came").isGreaterThan(1);
        } finally {
            writer.shutdown();
        }

        assertThat(walk()).hasSize(11_000);
    }

    /** @return the ids in the order of the pages, each of which comes from another replica than the one before */
    private static List<String> walk() {
        List<String> ids = new ArrayList<>();
        String path = "/api/v1/issues?limit=100";
        for (int page = 0; !path.isEmpty(); page++) {
            Response answer = given().header("Authorization", "Bearer " + system.token(REGISTRAR))
                    .urlEncodingEnabled(false)
                    .get(gateway(page) + path);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            ids.addAll(answer.path("items.id"));
            String link = answer.header("Link");
            path = link == null ? "" : link.replaceFirst("<(.*)>; rel=\"next\"", "$1");
        }
        return ids;
    }

    private static void register(int issues) {
        Response answer = as(REGISTRAR)
                .contentType("text/csv; charset=UTF-8")
                .body(LedgerFile.of("410900", issues))
                .post(gateway(1) + "/api/v1/issue-imports?campaignId=" + campaign);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static void assign(String id) {
        String issue = gateway(0) + "/api/v1/issues/" + id;
        Response answer = as(REGISTRAR)
                .header("If-Match", as(REGISTRAR).get(issue).header("ETag"))
                .body(Map.of("deadline", "2021-12-31"))
                .post(issue + "/assignments");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static Response untilAnswered(String token, String key, int each) {
        Response answer;
        do {
            answer = record(token, key, each);
        } while (answer.statusCode() == 409);
        return answer;
    }

    private static void assertIsTheFirstOrLater(Response answer, Response first) {
        if (answer.statusCode() == 409) {
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.<String>path("type")).endsWith("/request-in-progress");
        } else {
            assertSame(answer, first);
        }
    }

    private static void assertSame(Response answer, Response first) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.asString()).isEqualTo(first.asString());
        assertThat(answer.header("Location")).isEqualTo(first.header("Location"));
        assertThat(answer.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static Response record(String token, String key, int each) {
        return withToken(token)
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "campaignId",
                        campaign,
                        "kind",
                        "SPECIAL_TRAINING",
                        "heldOn",
                        "2021-10-19",
                        "title",
                        "专题培训",
                        "units",
                        List.of("住建局"),
                        "participants",
                        85))
                .post(gateway(each) + SESSIONS);
    }

    private static String gateway(int each) {
        return system.url(new Replica(LocalService.GATEWAY, 1 + each % 2));
    }

    private static RequestSpecification as(String account) {
        return withToken(TOKENS.computeIfAbsent(account, system::token));
    }

    private static RequestSpecification withToken(String token) {
        return given().filter(CONTRACT)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json; charset=UTF-8")
                .urlEncodingEnabled(false);
    }

    private static long sessions() {
        return as(OFFICE)
                .get(gateway(0) + SESSIONS + "?limit=1&total=true")
                .jsonPath()
                .getLong("total");
    }

    private interface Request {
        Response send(int each);
    }

    private static List<Response> allAtOnce(int count, Request request)
            throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : clients.invokeAll(IntStream.range(0, count)
                    .<Callable<Response>>mapToObj(each -> () -> request.send(each))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clients.shutdown();
        }
    }
}
