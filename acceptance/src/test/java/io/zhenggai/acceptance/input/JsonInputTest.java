package io.zhenggai.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.contract.PublishedContract;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.ValidRequests;
import io.zhenggai.acceptance.system.ValidRequests.Valid;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that takes JSON, with its body broken in every way, field by field; in the end nothing has changed. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(40)
class JsonInputTest {

    /** Everything but ASCII is escaped: half a character has no bytes of its own. */
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Writes Chinese as it is. */
    private static final ObjectMapper PLAIN = new ObjectMapper();

    /** What is wrong with an item is told in its own result. */
    private static final Set<String> BY_ITEM = Set.of(
            "POST /api/v1/issue-assignments", "POST /api/v1/issue-deliveries", "POST /api/v1/issue-verifications");

    private static final String CITY = "410600";
    private static final int MORE_THAN_ANY_TEXT = 60_000;

    private Map<String, Valid> valid = Map.of();
    private Stored before = Stored.NOTHING;

    @BeforeAll
    void thereIsOneThingOfEachKind(Stage stage) {
        valid = ValidRequests.on(stage, OneOfEach.of(stage, CITY));
        stage.settle();
        before = Stored.of(stage);
    }

    @AfterAll
    void nothingHasChanged(Stage stage) {
        stage.settle();
        assertThat(Stored.of(stage)).isEqualTo(before);
    }

    @Test
    void everyOperationThatChangesSomethingIsTried() {
        assertThat(valid.keySet())
                .isEqualTo(new TreeSet<>(PublishedContract.read().operations().stream()
                        .filter(operation -> !operation.method().equals("GET"))
                        .map(Operation::name)
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void namesTheFieldThatIsNotKnown(String operation, Stage stage) {
        for (List<String> object : objects(body(operation))) {
            JsonNode broken = body(operation);
            ((ObjectNode) at(broken, object)).put("misspeltField", 1);
            assertFieldRefused(stage, operation, broken, "misspeltField");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void namesTheFieldThatIsOfAnotherType(String operation, Stage stage) {
        for (List<String> path : leaves(body(operation))) {
            for (JsonNode wrong : otherTypesThan(at(body(operation), path))) {
                assertFieldRefused(stage, operation, with(body(operation), path, wrong), lastName(path));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void namesTheFieldWhoseTextCannotBe(String operation, Stage stage) {
        for (List<String> path : leaves(body(operation))) {
            if (at(body(operation), path).isTextual()) {
                for (String text : List.of("a\u0000b", "\uD800", "x".repeat(MORE_THAN_ANY_TEXT))) {
                    JsonNode broken =
                            with(body(operation), path, MAPPER.getNodeFactory().textNode(text));
                    assertFieldRefused(stage, operation, broken, lastName(path));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void namesTheDateThatIsNone(String operation, Stage stage) {
        for (List<String> path : leaves(body(operation))) {
            if (at(body(operation), path).asText().matches("\\d{4}-\\d{2}-\\d{2}")) {
                for (String date : List.of(
                        "2021-02-30",
                        "2021-13-01",
                        "20211031",
                        "+999999999-12-31",
                        "-999999999-01-01",
                        "2021-10-31T00:00:00Z",
                        "31.10.2021",
                        "")) {
                    JsonNode broken =
                            with(body(operation), path, MAPPER.getNodeFactory().textNode(date));
                    assertFieldRefused(stage, operation, broken, lastName(path));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void refusesWhatIsNoJsonOfThatForm(String operation, Stage stage) throws JsonProcessingException {
        String good = PLAIN.writeValueAsString(body(operation));
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("null", utf8("null"));
        bodies.put("an array", utf8("[]"));
        bodies.put("a text", utf8("\"text\""));
        bodies.put("half", utf8(good.substring(0, good.length() / 2)));
        bodies.put("more behind it", utf8(good + "{}"));
        bodies.put("a field twice", utf8("{" + good.substring(1, good.length() - 1) + "," + good.substring(1)));
        bodies.put("deep", utf8("{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}"));
        bodies.put("a long number", utf8("{\"a\":" + "9".repeat(5_000) + "}"));
        bodies.put("a high number", utf8("{\"a\":1e999999999}"));
        bodies.put("another encoding", (good + "郑州").getBytes(Charset.forName("GB18030")));
        bodies.put("no encoding", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.put("NUL", utf8("{\u0000}"));
        bodies.forEach((name, bytes) -> {
            Response refused =
                    valid.get(operation).send(stage, valid.get(operation).account(), request -> request.body(bytes));
            assertThat(refused.statusCode())
                    .as("%s as %s: %s", operation, name, refused.asString())
                    .isEqualTo(400);
        });
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void refusesOtherMediaTypes(String operation, Stage stage) {
        for (String type : List.of("text/xml", "application/x-www-form-urlencoded", "application/octet-stream")) {
            Response refused = valid.get(operation)
                    .send(stage, valid.get(operation).account(), request -> request.contentType(type)
                            .body(utf8("{}")));
            assertThat(refused.statusCode())
                    .as("%s as %s: %s", operation, type, refused.asString())
                    .isEqualTo(415);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void refusesMoreThanABodyMayHold(String operation, Stage stage) {
        byte[] large = utf8("{\"a\":\"" + "x".repeat(1_100_000) + "\"}");
        Response refused =
                valid.get(operation).send(stage, valid.get(operation).account(), request -> request.body(large));

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    private void assertFieldRefused(Stage stage, String operation, JsonNode broken, String field) {
        Valid request = valid.get(operation);
        Response refused = request.send(stage, request.account(), each -> each.body(utf8(write(broken))));
        String shown = write(broken).length() > 2_000 ? "(long)" : write(broken);
        boolean ofItem = BY_ITEM.contains(operation) && refused.statusCode() == 200;
        if (!ofItem) {
            assertThat(refused.statusCode())
                    .as("%s with %s: %s", operation, shown, refused.asString())
                    .isIn(400, 422);
        }
        assertThat(ofItem ? fieldsOfItems(refused) : refused.<List<String>>path("violations.field"))
                .as("%s with %s: %s", operation, shown, refused.asString())
                .anyMatch(named -> named.equals(field)
                        || named.endsWith("." + field)
                        || named.matches(".*" + field + "\\[\\d+].*"));
    }

    /** Every item is refused, each with what is wrong with it. */
    private static List<String> fieldsOfItems(Response answer) {
        List<List<String>> fields = answer.path("items.problem.violations.field");
        assertThat(fields).as(answer.asString()).doesNotContainNull();
        return fields.stream().flatMap(List::stream).toList();
    }

    private JsonNode body(String operation) {
        return MAPPER.valueToTree(valid.get(operation).body().orElseThrow());
    }

    private static Stream<String> operationsWithJson() {
        return PublishedContract.read().operations().stream()
                .filter(operation ->
                        operation.declaration().at("/requestBody/content").has("application/json"))
                .map(Operation::name);
    }

    private static List<JsonNode> otherTypesThan(JsonNode value) {
        List<JsonNode> others = new ArrayList<>();
        others.add(MAPPER.createObjectNode());
        others.add(MAPPER.createArrayNode().add(1));
        if (value.isTextual()) {
            others.add(MAPPER.getNodeFactory().numberNode(1));
            others.add(MAPPER.getNodeFactory().booleanNode(true));
        } else {
            others.add(MAPPER.getNodeFactory().textNode("abc"));
        }
        if (value.isNumber()) {
            others.add(MAPPER.getNodeFactory().numberNode(1.5));
            others.add(MAPPER.getNodeFactory().numberNode(Long.MAX_VALUE));
        }
        return others;
    }

    /** @return the paths to every object of a body, itself included */
    private static List<List<String>> objects(JsonNode body) {
        List<List<String>> objects = new ArrayList<>();
        collect(body, List.of(), objects, new ArrayList<>());
        return objects;
    }

    /** @return the paths to every value that is neither object nor array */
    private static List<List<String>> leaves(JsonNode body) {
        List<List<String>> leaves = new ArrayList<>();
        collect(body, List.of(), new ArrayList<>(), leaves);
        return leaves;
    }

    private static void collect(
            JsonNode node, List<String> path, List<List<String>> objects, List<List<String>> leaves) {
        if (node.isObject()) {
            objects.add(path);
            node.properties().forEach(field -> collect(field.getValue(), step(path, field.getKey()), objects, leaves));
        } else if (node.isArray()) {
            // One element stands for all.
            if (!node.isEmpty()) {
                collect(node.get(0), step(path, "0"), objects, leaves);
            }
        } else {
            leaves.add(path);
        }
    }

    private static List<String> step(List<String> path, String next) {
        List<String> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private static JsonNode at(JsonNode body, List<String> path) {
        JsonNode found = body;
        for (String step : path) {
            found = found.isArray() ? found.get(Integer.parseInt(step)) : found.get(step);
        }
        return found;
    }

    private static JsonNode with(JsonNode body, List<String> path, JsonNode value) {
        JsonNode parent = at(body, path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return body;
    }

    private static String lastName(List<String> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            if (!path.get(i).matches("\\d+")) {
                return path.get(i);
            }
        }
        throw new IllegalArgumentException("no name in " + path);
    }

    private static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
