package io.zhenggai.gateway.contract;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static io.zhenggai.gateway.routing.Service.PLAN;
import static io.zhenggai.gateway.routing.Service.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.gateway.routing.RoutingTable;
import io.zhenggai.gateway.routing.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractMergerTest {

    private static final String ISSUES = """
            openapi: "3.1.0"
            info: {title: issue-service API, version: "0.1"}
            tags:
              - {name: Issues, description: 台账}
              - {name: Internal}
            paths:
              /internal/clock:
                get: {tags: [Internal], operationId: clock, responses: {"200": {$ref: '#/components/responses/Clock'}}}
              /api/v1/issues/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                get:
                  operationId: findIssue
                  tags: [Issues]
                  security: [{SecurityScheme: []}]
                  responses:
                    "200": {description: found, content: {application/json: {schema: {$ref: '#/components/schemas/IssueView'}}}}
                    "404": {$ref: '#/components/responses/Problem'}
            components:
              responses:
                Problem: {description: refused, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                Clock: {description: clock, content: {application/json: {schema: {$ref: '#/components/schemas/Setting'}}}}
              schemas:
                Setting: {type: object}
                Problem: {type: object, properties: {type: {type: string}, title: {type: string}}}
                IssueView: {type: object, properties: {status: {$ref: '#/components/schemas/IssueStatus'}, number: {type: string}}}
                IssueStatus: {type: string, enum: [REGISTERED, ASSIGNED]}
              securitySchemes:
                SecurityScheme: {type: http, scheme: bearer}
            """;

    private static final String BOARD = """
            {"openapi": "3.1.0", "info": {"title": "plan-service API", "version": "0.1"},
             "paths": {"/api/v1/board": {"get": {"operationId": "board", "responses": {"403": {"description": "no",
               "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}}},
             "components": {"schemas": {"Problem": {"properties": {"title": {"type": "string"}, "type": {"type": "string"}},
               "type": "object"}}}}
            """;

    private final ContractMerger merger = new ContractMerger(RoutingTable.standard());

    @Test
    void keepsThePublicPathsOfEveryServiceInOrder() {
        assertThat(merged(Map.of(ISSUE, ISSUES, PLAN, BOARD)).path("paths").fieldNames())
                .toIterable()
                .containsExactly("/api/v1/board", "/api/v1/issues/{id}");
    }

    @Test
    void keepsOnlyTheComponentsAndTagsThatPublicPathsUse() {
        ObjectNode contract = merged(Map.of(ISSUE, ISSUES));

        assertThat(contract.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("IssueStatus", "IssueView", "Problem");
        assertThat(contract.at("/components/responses").fieldNames())
                .toIterable()
                .contains("Problem")
                .doesNotContain("Clock");
        assertThat(contract.at("/tags").findValuesAsText("name")).containsExactly("Issues");
        assertThat(contract.at("/tags/0/description").asText()).isEqualTo("台账");
    }

    private static final String AUDIT = """
            openapi: "3.1.0"
            paths: {"/api/v1/audit/{service}": {get: {operationId: listAuditEntries, summary: %s, responses: {"200": {description: x}}}}}
            """;

    @Test
    void whatEveryServiceAnswersStandsInTheContractOnce() {
        String audit = AUDIT.formatted("audit");

        ObjectNode contract = merged(Map.of(ISSUE, audit, PLAN, audit, REPORT, audit));

        assertThat(contract.path("paths").fieldNames()).toIterable().containsExactly("/api/v1/audit/{service}");
    }

    @Test
    void whatEveryServiceAnswersMustBeTheSame() {
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> merged(Map.of(ISSUE, AUDIT.formatted("audit"), PLAN, AUDIT.formatted("other"))))
                .withMessage(
                        "the path /api/v1/audit/{service} means one thing in issue-service and another in plan-service");
    }

    @Test
    void saysOnceWhoMayComeIn() {
        ObjectNode contract = merged(Map.of(ISSUE, ISSUES));

        assertThat(contract.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("token");
        assertThat(contract.at("/paths/~1api~1v1~1issues~1{id}/get").has("security"))
                .isFalse();
        assertThat(contract.at("/security/0").has("token")).isTrue();
        assertThat(contract.at("/info/license/identifier").asText()).isEqualTo("Apache-2.0");
        assertThat(contract.path("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void keepsPropertiesAsTheirAuthorOrderedThem() {
        assertThat(merged(Map.of(ISSUE, ISSUES))
                        .at("/components/schemas/IssueView/properties")
                        .fieldNames())
                .toIterable()
                .containsExactly("status", "number");
    }

    @Test
    void sharesComponentsThatAreEqualWhateverTheOrderOfTheirMembers() {
        ObjectNode contract = merged(Map.of(ISSUE, ISSUES, PLAN, BOARD));

        assertThat(contract.at("/components/schemas/Problem/properties").fieldNames())
                .toIterable()
                .containsExactly("type", "title");
    }

    @Test
    void describesEveryMemberOfAProblemInWholeSentences() {
        ObjectNode contract = merged(Map.of(PLAN, """
                openapi: "3.1.0"
                paths: {/api/v1/board: {get: {responses: {"200": {description: x}}}}}
                """));

        JsonNode members = contract.at("/components/schemas/Problem/properties");
        assertThat(members.fieldNames())
                .toIterable()
                .contains(
                        "type", "status", "violations", "currentStatus", "legalMoves", "violationCount", "campaignId");
        assertThat(members).allSatisfy(ContractMergerTest::describesItself);
        assertThat(members.at("/violations/items/properties"))
                .isNotEmpty()
                .allSatisfy(ContractMergerTest::describesItself);
    }

    /** A comma in a description that is not quoted makes words of it that no schema knows. */
    private static void describesItself(JsonNode schema) {
        assertThat(schema.fieldNames()).toIterable().isSubsetOf("type", "format", "description", "items");
        assertThat(schema.path("description").asText(".")).endsWith(".");
    }

    @Test
    void givesTheSameTextWhateverTheOrderOfTheDocuments() {
        Map<Service, String> backwards = new LinkedHashMap<>();
        backwards.put(PLAN, BOARD);
        backwards.put(ISSUE, ISSUES);
        Map<Service, String> forwards = new LinkedHashMap<>();
        forwards.put(ISSUE, ISSUES);
        forwards.put(PLAN, BOARD);

        assertThat(merger.merge(backwards)).isEqualTo(merger.merge(forwards));
    }

    @Test
    void refusesOneNameForTwoThings() {
        String other = BOARD.replace("\"title\": {\"type\": \"string\"}", "\"title\": {\"type\": \"integer\"}");

        assertRefused(Map.of(ISSUE, ISSUES, PLAN, other), "schemas component Problem", "issue-service", "plan-service");
    }

    @Test
    void refusesTwoThingsBehindEqualReferences() {
        String figures = """
                openapi: "3.1.0"
                paths:
                  /api/v1/figures:
                    get: {responses: {"200": {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/IssueView'}}}}}}
                components:
                  schemas:
                    IssueView: {type: object, properties: {status: {$ref: '#/components/schemas/IssueStatus'}, number: {type: string}}}
                    IssueStatus: {type: string, enum: [OPEN]}
                """;

        assertRefused(
                Map.of(ISSUE, ISSUES, REPORT, figures),
                "schemas component IssueStatus",
                "issue-service",
                "report-service");
    }

    @Test
    void refusesAPathThatTheGatewayRoutesElsewhere() {
        assertRefused(Map.of(REPORT, BOARD), "report-service", "/api/v1/board", "plan-service");
        assertRefused(
                Map.of(PLAN, BOARD.replace("/api/v1/board", "/api/v1/boards")),
                "plan-service",
                "/api/v1/boards",
                "nobody");
    }

    @Test
    void refusesOneOperationIdForTwoOperations() {
        assertRefused(
                Map.of(ISSUE, ISSUES.replace("findIssue", "board"), PLAN, BOARD),
                "operation board",
                "issue-service",
                "plan-service");
    }

    @Test
    void refusesOneTagForTwoThings() {
        String other = BOARD.replace(
                        "\"paths\"", "\"tags\": [{\"name\": \"Issues\", \"description\": \"other\"}], \"paths\"")
                .replace("\"operationId\"", "\"tags\": [\"Issues\"], \"operationId\"");

        assertRefused(Map.of(ISSUE, ISSUES, PLAN, other), "tag Issues", "issue-service", "plan-service");
    }

    @Test
    void refusesReferencesThatLeadNowhere() {
        assertRefused(Map.of(PLAN, BOARD.replace("schemas/Problem\"", "schemas/Missing\"")), "plan-service", "Missing");
        assertRefused(
                Map.of(PLAN, BOARD.replace("#/components", "other.yaml#/components")), "plan-service", "other.yaml");
    }

    @Test
    void followsTheMappingOfADiscriminator() {
        String mapped = """
                openapi: "3.1.0"
                paths:
                  /api/v1/figures:
                    get:
                      responses:
                        "200":
                          description: x
                          content:
                            application/json:
                              schema: {oneOf: [], discriminator: {propertyName: kind, mapping: {RATE: '#/components/schemas/Rate'}}}
                components: {schemas: {Rate: {type: object}}}
                """;

        assertThat(merged(Map.of(REPORT, mapped)).at("/components/schemas/Rate").isObject())
                .isTrue();
    }

    @Test
    void declaresEveryRefusalAsAProblem() {
        String terse = """
                paths:
                  /api/v1/board:
                    post:
                      requestBody: {content: {application/json: {schema: {type: object}}}}
                      responses: {"200": {description: ok}, "404": {description: not there}, "413": {description: too much for us}}
                """;
        ObjectNode contract = merged(Map.of(PLAN, terse));

        JsonNode responses = contract.at("/paths/~1api~1v1~1board/post/responses");
        assertThat(responses.fieldNames())
                .toIterable()
                .containsExactly(
                        "200", "400", "401", "404", "406", "408", "413", "414", "415", "431", "502", "503", "504");
        assertThat(responses.at("/200").has("content")).isFalse();
        assertThat(responses
                        .at("/404/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(responses.at("/413/description").asText()).isEqualTo("too much for us");
        assertThat(responses.at("/503/$ref").asText()).isEqualTo("#/components/responses/ServiceUnavailable");
        assertThat(contract.at("/components/responses/ServiceUnavailable/content")
                        .has("application/problem+json"))
                .isTrue();
    }

    @Test
    void keepsWhatAServiceSaysOfAProblem() {
        ObjectNode contract = merged(Map.of(PLAN, BOARD));

        assertThat(contract.at("/components/schemas/Problem/properties").fieldNames())
                .toIterable()
                .containsExactly("title", "type");
    }

    @Test
    void anOperationWithoutBodyRefusesNoBody() {
        JsonNode responses = merged(Map.of(PLAN, BOARD)).at("/paths/~1api~1v1~1board/get/responses");

        assertThat(responses.has("401")).isTrue();
        assertThat(responses.has("413")).isFalse();
    }

    @Test
    void anEmptyHouseHasAValidContract() {
        ObjectNode contract = merged(Map.of());

        assertThat(contract.path("paths").isObject()).isTrue();
        assertThat(contract.path("paths")).isEmpty();
        assertThat(contract.has("tags")).isFalse();
    }

    @Test
    void whatLooksLikeANumberOrADateStaysAString() {
        String text = merger.merge(Map.of(ISSUE, ISSUES.replace("description: found", "description: \"2021-10-31\"")));

        assertThat(text).contains("\"2021-10-31\"", "\"200\":", "openapi: \"3.1.0\"");
    }

    private void assertRefused(Map<Service, String> documents, String... words) {
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> merger.merge(documents))
                .withMessageContainingAll(words);
    }

    private ObjectNode merged(Map<Service, String> documents) {
        return Tree.read(merger.merge(documents));
    }
}
