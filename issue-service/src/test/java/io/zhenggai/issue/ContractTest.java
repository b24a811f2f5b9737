package io.zhenggai.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.issue.testsupport.OnRealServers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What this service tells of its API. */
@QuarkusTest
@OnRealServers
class ContractTest {

    @Test
    void everyOperationIsDescribed() throws Exception {
        Map<String, JsonNode> operations = operations();

        assertThat(operations)
                .containsOnlyKeys(
                        "registerIssue",
                        "listIssues",
                        "readMyWork",
                        "keepIssueView",
                        "listIssueViews",
                        "readIssueView",
                        "changeIssueView",
                        "removeIssueView",
                        "readIssue",
                        "readIssueHistory",
                        "listIssueChanges",
                        "findIssueDuplicates",
                        "correctIssue",
                        "assignIssue",
                        "rejectIssue",
                        "allotIssue",
                        "reportIssueProgress",
                        "requestIssueExtension",
                        "requestIssueReassignment",
                        "requestIssueLongTerm",
                        "listIssueRequests",
                        "grantIssueRequest",
                        "refuseIssueRequest",
                        "withdrawIssueRequest",
                        "reviewIssueStage",
                        "revokeIssueCloseOut",
                        "carryIssueOver",
                        "addIssueSourceItem",
                        "deliverIssues",
                        "listSourceItemProposals",
                        "readSourceItemProposal",
                        "acceptSourceItemProposal",
                        "refuseSourceItemProposal",
                        "answerIssueSourceItem",
                        "callIssueComplainantBack",
                        "mergeIssue",
                        "unmergeIssue",
                        "splitIssue",
                        "assignIssues",
                        "verifyIssues",
                        "acknowledgeIssue",
                        "analyseIssueCause",
                        "rectifyIssue",
                        "requestIssueCloseOut",
                        "firstReviewIssue",
                        "closeIssue",
                        "returnIssue",
                        "addIssueEvidence",
                        "attachIssueEvidence",
                        "withdrawIssueEvidence",
                        "readIssueEvidenceThumbnail",
                        "uploadFile",
                        "readUpload",
                        "putIssueRightOnTheSpot",
                        "listIssueEvidence",
                        "readIssueEvidence",
                        "importIssues",
                        "draftSupervision",
                        "listSupervisions",
                        "readSupervision",
                        "reviseSupervision",
                        "signSupervision",
                        "dismissSupervision",
                        "replyToSupervision",
                        "acceptSupervisionReply",
                        "returnSupervisionReply",
                        "drawLookBack",
                        "listLookBacks",
                        "readLookBack",
                        "listLookBackIssues",
                        "listLookBackPopulation",
                        "tellLookBackResult",
                        "uploadIssueImport",
                        "readIssueImport",
                        "readIssueImportTemplate",
                        "readIssueImportErrorFile",
                        "registerIssueImport",
                        "exportIssueLedger",
                        "readIssueCloseOutForm",
                        "readIssueFile",
                        "listAuditEntries",
                        "listPersonalDataReads",
                        "listSeals");
        operations.forEach((id, operation) -> {
            assertThat(operation.path("summary").asText()).as(id).containsPattern("[a-z].*\\p{IsHan}");
            assertThat(operation.path("description").asText()).as(id).containsPattern("[a-z].*\\p{IsHan}");
            assertThat(operation.path("responses").has("401")).as(id).isTrue();
            assertThat(operation.path("responses").has("403")).as(id).isTrue();
            operation.path("responses").forEach(response -> assertThat(
                            response.path("description").asText())
                    .as(id)
                    .containsPattern("\\p{IsHan}"));
        });
    }

    @Test
    void movesNameTheirRefusals() throws Exception {
        operations().forEach((id, operation) -> {
            if (operation.toString().contains("\"If-Match\"")) {
                assertThat(operation.path("responses").fieldNames())
                        .toIterable()
                        .as(id)
                        .contains("404", "412", "428");
                // No state keeps anybody from removing a view of theirs.
                assertThat(operation.path("responses").has("409")).as(id).isEqualTo(!id.equals("removeIssueView"));
            }
        });
    }

    private static Map<String, JsonNode> operations() throws Exception {
        JsonNode contract = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        Map<String, JsonNode> operations = new HashMap<>();
        contract.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path -> path.getValue().forEach(operation -> {
                    if (operation.has("operationId")) {
                        operations.put(operation.path("operationId").asText(), operation);
                    }
                }));
        return operations;
    }
}
