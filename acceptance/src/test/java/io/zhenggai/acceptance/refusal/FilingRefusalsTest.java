package io.zhenggai.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans and reports do only what their status allows, and nobody reviews what they submitted themselves. */
@ExtendWith(RunningSystem.class)
@Order(52)
class FilingRefusalsTest {

    private static final String REVIEWER = "province:2";

    /** Both kinds of filings, each in the order of its life in a city of its own for each status. */
    private enum Kind {
        PLAN(Filings.PLANS, Filings.planContent("推行联合审图", List.of()), Filings.PLAN_RETURN),
        REPORT(Filings.REPORTS, Filings.reportContent("加强组织领导"), Filings.REPORT_RETURN);

        private final String collection;
        private final Map<String, Object> content;
        private final Map<String, Object> giveBack;

        Kind(String collection, Map<String, Object> content, Map<String, Object> giveBack) {
            this.collection = collection;
            this.content = content;
            this.giveBack = giveBack;
        }

        Thing at(Stage stage, String status, String city) {
            String office = "office:" + city;
            Thing filing = Thing.created(stage, collection, Filings.attemptDraft(stage, office, collection, content));
            if (!status.equals("DRAFT")) {
                filing.act(office, "submissions", Filings.SUBMISSION);
            }
            if (status.equals("RETURNED")) {
                filing.act(REVIEWER, "returns", giveBack);
            }
            if (status.equals("ACCEPTED")) {
                filing.act(REVIEWER, "acceptances", Filings.ACCEPTANCE);
            }
            assertThat(filing.read(office).<String>path("status")).isEqualTo(status);
            return filing;
        }

        Response attempt(String move, Thing filing, String office) {
            return switch (move) {
                case "REVISE" -> filing.replace(office, "content", content);
                case "SUBMIT" -> filing.attempt(office, "submissions", Filings.SUBMISSION);
                case "RETURN" -> filing.attempt(REVIEWER, "returns", giveBack);
                case "ACCEPT" -> filing.attempt(REVIEWER, "acceptances", Filings.ACCEPTANCE);
                default -> throw new IllegalArgumentException(move);
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLAN, DRAFT, REVISE SUBMIT, 411000",
        "PLAN, SUBMITTED, RETURN ACCEPT, 411100",
        "PLAN, RETURNED, REVISE SUBMIT, 411200",
        "PLAN, ACCEPTED, '', 411300",
        "REPORT, DRAFT, REVISE SUBMIT, 411000",
        "REPORT, SUBMITTED, RETURN ACCEPT, 411100",
        "REPORT, RETURNED, REVISE SUBMIT, 411200",
        "REPORT, ACCEPTED, '', 411300",
    })
    void allowsWhatItsStatusAllowsAndNothingElse(Kind kind, String status, String allowed, String city, Stage stage) {
        String office = "office:" + city;
        List<String> legal = Arrays.stream(allowed.split(" "))
                .filter(move -> !move.isEmpty())
                .toList();
        Thing filing = kind.at(stage, status, city);
        stage.settle();
        Response before = filing.read(office);
        int acts = filing.history(office).size();

        assertThat(before.<List<String>>path("legalMoves")).containsExactlyInAnyOrderElementsOf(legal);
        for (String move : List.of("REVISE", "SUBMIT", "RETURN", "ACCEPT")) {
            if (!legal.contains(move)) {
                Response refused = kind.attempt(move, filing, office);

                assertThat(refused.statusCode())
                        .as("%s in %s: %s", move, status, refused.asString())
                        .isEqualTo(409);
                assertThat(refused.<String>path("type")).isEqualTo("https://zhenggai.io/problems/illegal-transition");
                assertThat(refused.<String>path("currentStatus")).isEqualTo(status);
                assertThat(refused.<List<String>>path("legalMoves")).containsExactlyInAnyOrderElementsOf(legal);
            }
        }
        assertThat(filing.read(office).asString()).isEqualTo(before.asString());
        assertThat(filing.history(office)).hasSize(acts);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachOfficeFilesOneOfEachCampaign(Kind kind, Stage stage) {
        Thing first = kind.at(stage, "DRAFT", "411400");

        Response second = Filings.attemptDraft(stage, "office:411400:2", kind.collection, kind.content);

        assertThat(second.statusCode()).as(second.asString()).isEqualTo(409);
        assertThat(stage.total("office:411400", kind.collection)).isEqualTo(1);
        assertThat(first.read("office:411400:2").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyTheRightRoleDraftsSubmitsAndReviews(Kind kind, Stage stage) {
        String city = "411500";
        Thing filing = kind.at(stage, "DRAFT", city);
        BiConsumer<String, String> isRefused = (account, move) -> {
            Response refused = move.equals("DRAFT")
                    ? Filings.attemptDraft(stage, account, kind.collection, kind.content)
                    : kind.attempt(move, filing, account);
            assertThat(refused.statusCode())
                    .as("%s by %s: %s", move, account, refused.asString())
                    .isIn(403, 404);
        };

        for (String account :
                List.of("province", "county:411502", "department:" + city + ":住建局", "leader", "auditor")) {
            isRefused.accept(account, "DRAFT");
            isRefused.accept(account, "REVISE");
            isRefused.accept(account, "SUBMIT");
        }
        filing.act("office:" + city, "submissions", Filings.SUBMISSION);
        for (String account :
                List.of("office:" + city, "office:" + city + ":2", "leader", "indicator-lead:" + city + ":发改委")) {
            assertThat(filing.attempt(account, "returns", kind.giveBack).statusCode())
                    .as(account)
                    .isIn(403, 404);
            assertThat(filing.attempt(account, "acceptances", Filings.ACCEPTANCE)
                            .statusCode())
                    .as(account)
                    .isIn(403, 404);
        }
        assertThat(filing.read("province").<String>path("status")).isEqualTo("SUBMITTED");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aReturnNeedsReasonsAndADayThatCanBe(Kind kind, Stage stage) {
        Thing filing = kind.at(stage, "SUBMITTED", "411600");
        String today = stage.now().toLocalDate().toString();
        String yesterday = stage.now().toLocalDate().minusDays(1).toString();

        Response without = filing.attempt(REVIEWER, "returns", Map.of("reasons", List.of()));
        Response past = filing.attempt(
                REVIEWER, "returns", Map.of("reasons", kind.giveBack.get("reasons"), "resubmitBy", yesterday));

        assertThat(without.statusCode()).isIn(400, 422);
        assertThat(without.<List<String>>path("violations.field")).contains("reasons");
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.<List<String>>path("violations.field")).containsExactly("resubmitBy");
        filing.act(REVIEWER, "returns", Map.of("reasons", kind.giveBack.get("reasons"), "resubmitBy", today));
        assertThat(filing.read("office:411600").<String>path("resubmitBy")).isEqualTo(today);
    }
}
