package io.zhenggai.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.testsupport.EntryResource;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class IdempotencyServiceTest {

    private static final String ENTRIES = "/api/v1/entries";

    @Inject
    AgroalDataSource dataSource;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void beginWithoutEntries() {
        Sql.execute(dataSource, "truncate entry");
    }

    @Test
    void theSameRequestHasItsEffectOnceAndTheFirstAnswerAgain() {
        Response first = enter("a", key);
        Response second = enter("a", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertSame(second, first);
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void anotherKeyIsAnotherRequestAndSoIsNone() {
        enter("a", key);
        enter("a", UUID.randomUUID().toString());
        by("office:410100").body("{\"text\": \"a\"}").post(ENTRIES);
        by("office:410100").body("{\"text\": \"a\"}").post(ENTRIES);

        assertThat(entries()).hasSize(4);
    }

    @Test
    void aKeyIsItsClients() {
        enter("a", key);
        by("office:410100:2")
                .header("Idempotency-Key", key)
                .body("{\"text\": \"b\"}")
                .post(ENTRIES);

        assertThat(entries()).containsExactly("a", "b");
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsRefused() {
        enter("a", key);

        Response other = enter("b", key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("type")).endsWith("/idempotency-key-reused");
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void aKeyThatWasUsedAtAnotherAddressIsRefused() {
        enter("a", key);

        Response other = by("office:410100").header("Idempotency-Key", key).post(ENTRIES + "/nothings");

        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void spacesInTheBodyAreAnotherBody() {
        enter("a", key);

        Response other = by("office:410100")
                .header("Idempotency-Key", key)
                .body("{\"text\": \"a\"} ")
                .post(ENTRIES);

        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void aFileIsComparedByItsBytes() {
        Response first = enterFile("one");
        assertSame(enterFile("one"), first);
        assertThat(enterFile("two").statusCode()).isEqualTo(422);

        assertThat(entries()).containsExactly("one");
    }

    @Test
    void anAnswerWithoutBodyIsKeptToo() {
        for (int i = 0; i < 2; i++) {
            Response answer = by("office:410100").header("Idempotency-Key", key).post(ENTRIES + "/nothings");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.asString()).isEmpty();
        }

        assertThat(entries()).containsExactly("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "broken"})
    void whatFailsIsNotKeptAndLeavesNothing(String text) {
        int status = enter(text, key).statusCode();

        assertThat(status).isEqualTo(text.equals("refused") ? 422 : 500);
        assertThat(entries()).isEmpty();
        assertThat(enter(text, key).statusCode()).as("tried again").isEqualTo(status);
        assertThat(enter("a", key).statusCode()).as("free again").isEqualTo(201);
    }

    @Test
    void whileItIsAtWorkTheSameRequestIsToldToComeAgain() {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> enter("wait", key));
        try {
            await().until(EntryResource.PERMITS::hasQueuedThreads);

            Response second = enter("wait", key);

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.header("Retry-After")).isEqualTo("1");
            assertThat(second.<String>path("type")).endsWith("/request-in-progress");
        } finally {
            EntryResource.PERMITS.release();
        }
        assertSame(enter("wait", key), first.join());
        assertThat(entries()).containsExactly("wait");
    }

    @Test
    void ofManyAtOnceOneHasTheEffect() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Future<Response>> answers = clients.invokeAll(IntStream.range(0, 200)
                    .<Callable<Response>>mapToObj(each -> () -> enter("a", key))
                    .toList());
            Response last = enter("a", key);
            for (Future<Response> answer : answers) {
                if (answer.get().statusCode() == 409) {
                    assertThat(answer.get().header("Retry-After")).isEqualTo("1");
                } else {
                    assertSame(answer.get(), last);
                }
            }
        } finally {
            clients.shutdown();
        }
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void afterADayTheKeyIsNew() {
        enter("a", key);
        Sql.execute(dataSource, "update kept_answer set kept_until = kept_until - interval '24 hours'");

        assertThat(enter("b", key).statusCode()).isEqualTo(201);
        assertThat(entries()).containsExactly("a", "b");
        assertSame(enter("b", key), enter("b", key));
    }

    @Test
    void answersThatAreOfNoUseAreDeletedByLaterOnes() {
        for (int i = 0; i < 3; i++) {
            enter("a", UUID.randomUUID().toString());
        }
        Sql.execute(dataSource, "update kept_answer set kept_until = kept_until - interval '24 hours'");
        String old = "select count(*) from kept_answer where kept_until <= clock_timestamp()";
        int before = Integer.parseInt(Sql.texts(dataSource, old).get(0));

        enter("a", key);

        assertThat(Sql.texts(dataSource, old)).containsExactly(Integer.toString(before - 2));
    }

    @Test
    void whatIsKeptCannotBeRead() {
        enter("王某某", key);

        assertThat(Sql.texts(
                        dataSource,
                        "select encode(answer, 'escape') || encode(client_digest, 'escape') from kept_answer"))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row).doesNotContain("entries", "Location", "410100", key, "\\347\\216\\213"));
    }

    @Test
    void aKeyThatIsNoneIsNamed() {
        Response refused = enter("a", "x".repeat(201));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].field")).isEqualTo("Idempotency-Key");
        assertThat(entries()).isEmpty();
    }

    @Test
    void theAnswerIsTheOneThatIsGivenWithoutAKey() {
        Response without = by("office:410100").body("{\"text\": \"a\"}").post(ENTRIES);
        Response with = enter("a", key);

        assertThat(with.statusCode()).isEqualTo(without.statusCode());
        assertThat(with.headers().asList().stream().map(Header::getName))
                .containsExactlyInAnyOrderElementsOf(
                        without.headers().asList().stream().map(Header::getName).toList());
        assertThat(with.contentType()).isEqualTo(without.contentType());
        assertThat(with.jsonPath().getMap("").keySet())
                .isEqualTo(without.jsonPath().getMap("").keySet());
    }

    @Test
    void whoMayNotIsToldSoBeforeTheKeyIsLookedAt() {
        for (String sent : List.of(key, "x".repeat(201))) {
            assertThat(given().header("Idempotency-Key", sent)
                            .contentType("application/json")
                            .body("{\"text\": \"a\"}")
                            .post(ENTRIES)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(by("office:410100")
                            .header("Idempotency-Key", sent)
                            .body("{\"text\": \"a\"}")
                            .post(ENTRIES + "/of-the-province")
                            .statusCode())
                    .isEqualTo(403);
            Response invalid = by("office:410100")
                    .header("Idempotency-Key", sent)
                    .body("{\"text\": \"\"}")
                    .post(ENTRIES);
            assertThat(invalid.statusCode()).isEqualTo(400);
            assertThat(invalid.<List<String>>path("violations.field")).containsExactly("text");
            // The second time round the first key is one that was used.
            enter("a", key);
        }
    }

    private Response enter(String text, String idempotencyKey) {
        return by("office:410100")
                .header("Idempotency-Key", idempotencyKey)
                .body("{\"text\": \"" + text + "\"}")
                .post(ENTRIES);
    }

    private Response enterFile(String content) {
        return by("office:410100")
                .contentType("text/plain")
                .header("Idempotency-Key", key)
                .body(content)
                .post(ENTRIES + "/files");
    }

    private static RequestSpecification by(String account) {
        return given().auth()
                .oauth2(Infrastructure.current().token(account))
                .contentType("application/json; charset=UTF-8");
    }

    private List<String> entries() {
        return Sql.texts(dataSource, "select text from entry order by id");
    }

    private static void assertSame(Response answer, Response first) {
        assertThat(answer.statusCode()).isEqualTo(first.statusCode());
        assertThat(answer.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(answer.header(header))
                    .as(header)
                    .isEqualTo(first.header(header))
                    .isNotNull();
        }
    }
}
