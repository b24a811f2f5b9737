package io.zhenggai.acceptance.contract;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.gateway.contract.ContractDifference;
import io.zhenggai.gateway.contract.ContractMerger;
import io.zhenggai.gateway.routing.RoutingTable;
import io.zhenggai.gateway.routing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract in the repository is the one that runs, and says of every operation what a caller must know. */
@ExtendWith(RunningSystem.class)
@Order(20)
class ContractTest {

    private static final BodySchemas SCHEMAS = new BodySchemas(PublishedContract.read());
    private static final Path EXAMPLES = Path.of("src", "main", "resources", "META-INF", "examples");

    private static final Map<Service, LocalService> PROCESSES = Map.of(
            Service.ISSUE, LocalService.ISSUE,
            Service.PLAN, LocalService.PLAN,
            Service.REPORT, LocalService.REPORT,
            Service.NOTIFICATION, LocalService.NOTIFICATION);

    @Test
    void theFileSaysWhatTheServicesServe(Stage stage) {
        Map<Service, String> documents = new EnumMap<>(Service.class);
        PROCESSES.forEach((service, process) -> documents.put(
                service,
                given().get(stage.system().serviceUrl(process) + "/q/openapi?format=json")
                        .asString()));

        String served = new ContractMerger(RoutingTable.standard()).merge(documents);

        assertThat(ContractDifference.between(stage.contract().text(), served))
                .as("regenerate docs/openapi.yaml as gateway/README.md says")
                .isEmpty();
    }

    @Test
    void theGatewayServesTheFile(Stage stage) throws IOException {
        Response json = stage.anonymous().get("/openapi");
        Response yaml = stage.anonymous().get("/openapi.yaml");

        assertThat(json.contentType()).startsWith("application/json");
        assertThat(yaml.contentType()).startsWith("application/yaml");
        JsonNode served = new ObjectMapper().readTree(json.asByteArray());
        JsonNode file = stage.contract().document();
        assertThat(served.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(served.path("paths")).isEqualTo(file.path("paths"));
        assertThat(served.at("/components/schemas")).isEqualTo(file.at("/components/schemas"));
        assertThat(ContractDifference.between(json.asString(), yaml.asString())).isEmpty();
    }

    @Test
    void everyPathThatTheGatewayKnowsHasAnOperation() {
        Set<String> published = PublishedContract.read().operations().stream()
                .map(operation -> operation.path().split("/")[3])
                .collect(toSet());

        assertThat(published)
                .containsExactlyInAnyOrder(
                        "audit",
                        "board",
                        "campaign-drafts",
                        "campaigns",
                        "contacts",
                        "dispatches",
                        "figures",
                        "issue-assignments",
                        "issue-deliveries",
                        "issue-imports",
                        "issue-ledgers",
                        "issue-verifications",
                        "issue-views",
                        "issues",
                        "look-backs",
                        "my-work",
                        "obligations",
                        "plans",
                        "reminders",
                        "reports",
                        "source-item-proposals",
                        "supervisions",
                        "training-sessions",
                        "uploads");
    }

    @Test
    void operationIdsAreUnique() {
        Map<String, List<Operation>> byId = operations().collect(groupingBy(Operation::id));

        assertThat(byId).isNotEmpty().doesNotContainKey("");
        assertThat(byId.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatItIsAndWhoMayCallIt(Operation operation) {
        JsonNode declared = operation.declaration();

        assertThat(operation.id()).matches("[a-z][A-Za-z]+");
        assertThat(declared.path("summary").asText()).matches(".*[A-Za-z]{3}.*").matches(".*\\p{IsHan}{2}.*");
        assertThat(declared.path("description").asText())
                .as("who may call it, in both languages")
                .containsPattern("[A-Za-z]{3}")
                .containsPattern("\\p{IsHan}{2}");
        assertThat(declared.path("tags")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatItRefuses(Operation operation) {
        assertThat(operation.declares(401)).as("401").isTrue();
        assertThat(operation.declares(503)).as("503").isTrue();
        if (operation.parameters() > 0) {
            assertThat(operation.declares(404)).as("404").isTrue();
        }
        if (operation.headers().contains("If-Match")) {
            assertThat(operation.requires("If-Match")).as("required").isTrue();
            assertThat(operation.declares(412)).as("412").isTrue();
            assertThat(operation.declares(428)).as("428").isTrue();
        }
        if (operation.declaration().has("requestBody")) {
            assertThat(operation.declares(400)).as("400").isTrue();
            assertThat(operation.declares(413)).as("413").isTrue();
            assertThat(operation.declares(415)).as("415").isTrue();
        }
        assertThat(operation.declaration().path("responses").properties())
                .filteredOn(response -> response.getKey().compareTo("400") >= 0)
                .allSatisfy(response -> assertThat(
                                response.getValue().path("content").fieldNames())
                        .toIterable()
                        .as("%s is a problem", response.getKey())
                        .containsExactly("application/problem+json"));
    }

    /** Each body but those of files, and each example is what is declared of it. */
    @ParameterizedTest
    @MethodSource("operations")
    void hasAnExampleOfEachBody(Operation operation) {
        assertExamples(operation.requestContent(), (type, body) -> SCHEMAS.violations(operation, type, body));
        operation.declaration().path("responses").fieldNames().forEachRemaining(status -> {
            if (status.startsWith("2")) {
                int code = Integer.parseInt(status);
                assertExamples(
                        operation.content(code), (type, body) -> SCHEMAS.violations(operation, code, type, body));
            }
        });
    }

    private static void assertExamples(JsonNode content, BiFunction<String, JsonNode, List<String>> violations) {
        content.properties().forEach(body -> {
            JsonNode declared = body.getValue();
            if (!declared.at("/schema/format").asText().equals("binary")) {
                assertThat(declared.has("example"))
                        .as("an example of %s", body.getKey())
                        .isTrue();
                assertThat(violations.apply(body.getKey(), declared.path("example")))
                        .isEmpty();
            }
        });
    }

    @Test
    void everyFileOfExamplesIsOfAnOperation() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<String> names = modules.map(module -> module.resolve(EXAMPLES))
                    .flatMap(ContractTest::namesIn)
                    .toList();

            assertThat(names)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .isSubsetOf(operations()
                            .map(operation -> operation.id() + ".json")
                            .toList());
        }
    }

    private static Stream<String> namesIn(Path directory) {
        String[] names = directory.toFile().list();
        return names == null ? Stream.of() : Stream.of(names);
    }

    @Test
    void everySchemaSaysWhatIsInIt() {
        JsonNode schemas = PublishedContract.read().document().at("/components/schemas");

        assertThat(schemas.properties())
                .filteredOn(schema -> schema.getValue().path("type").asText().equals("object"))
                .allSatisfy(schema -> assertThat(schema.getValue().has("properties")
                                || schema.getValue().has("additionalProperties"))
                        .as(schema.getKey())
                        .isTrue());
        assertThat(schemas.fieldNames())
                .toIterable()
                .as("classes of the libraries that the services use")
                .noneMatch(
                        name -> name.startsWith("JsonNode") || name.startsWith("Optional") || name.equals("Response"));
    }

    /** Every answer that is no refusal has a form, or says by 204 or 304 that it has no body. */
    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatItAnswers(Operation operation) {
        assertThat(operation.declaration().path("responses").properties())
                .filteredOn(response -> response.getKey().matches("20[0-3]"))
                .allSatisfy(response -> assertThat(response.getValue().path("content"))
                        .as(response.getKey())
                        .isNotEmpty()
                        .allSatisfy(
                                content -> assertThat(content.path("schema")).isNotEmpty()));
    }

    private static Stream<Operation> operations() {
        return PublishedContract.read().operations().stream();
    }
}
