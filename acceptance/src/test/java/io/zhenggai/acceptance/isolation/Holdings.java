package io.zhenggai.acceptance.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.acceptance.system.Deliveries;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Issues.Way;
import io.zhenggai.acceptance.system.LookBacks;
import io.zhenggai.acceptance.system.People;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Supervisions;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.acceptance.system.Training;
import io.zhenggai.acceptance.system.ValidRequests.Things;
import io.zhenggai.acceptance.system.Views;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Everything that one region holds in every service, each with words in it that stand nowhere else.
 *
 * @param city of the office; its county registers the issue
 * @param marks ids, ledger number, words and addresses, none of which anybody else may be shown
 */
record Holdings(
        String city,
        String county,
        String campaign,
        String campaignDraft,
        Thing issue,
        String ledgerNumber,
        String evidence,
        String picture,
        Thing plan,
        Thing report,
        Thing trainingSession,
        Thing contact,
        Thing obligation,
        Thing dispatch,
        Thing lookBack,
        String upload,
        String refusedImport,
        Thing supervision,
        Thing view,
        Thing proposal,
        Thing ranking,
        List<String> marks) {

    /** The day before which everything is made and on whose morning the plan is reminded of. */
    private static final String EVENING_BEFORE = "2021-10-21T16:00";

    private static final String MORNING = "2021-10-22T09:00";

    /** Makes them, once; two regions at the same time, so that both are reminded on the same morning. */
    static List<Holdings> of(Stage stage, String... citiesAndCounties) {
        stage.campaign();
        stage.advanceTo(EVENING_BEFORE);
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < citiesAndCounties.length; i += 2) {
            made.add(new Made(stage, citiesAndCounties[i], citiesAndCounties[i + 1]));
        }
        stage.settle();
        stage.advanceTo(MORNING);
        List<Holdings> holdings = made.stream().map(Made::complete).toList();
        stage.settle();
        return holdings;
    }

    /** @return them as somebody would who acts on them */
    Things things() {
        return new Things(
                city,
                issue.id(),
                evidence,
                plan.id(),
                report.id(),
                contact.id(),
                campaignDraft,
                lookBack.id(),
                supervision.id(),
                view.id());
    }

    /** @return the versions at which they stand, as the province sees them, and who keeps it of the view */
    List<String> versions() {
        Stream<String> seen = Stream.of(issue, plan, report, contact, lookBack, supervision, proposal)
                .map(thing -> thing.path() + " " + thing.read("province").header("ETag"));
        return Stream.concat(
                        seen,
                        Stream.of(
                                view.path() + " " + view.read("office:" + city).header("ETag")))
                .toList();
    }

    static String addressOf(String city) {
        return "contact-" + city + "@offices.example";
    }

    /** What exists before the reminders leave. */
    private static final class Made {
        private final Stage stage;
        private final String city;
        private final String county;
        private final String word;
        private final Thing contact;
        private final Thing issue;
        private final String ledgerNumber;

        Made(Stage stage, String city, String county) {
            this.stage = stage;
            this.city = city;
            this.county = county;
            this.word = "标记" + city + "记号";
            this.contact = Thing.created(
                    stage,
                    "/api/v1/contacts",
                    People.contact(stage, "office:" + city, city, "CONTACT", addressOf(city)));
            this.issue = Issues.register(stage, "county:" + county, Issues.selfInspected(stage, county, word + "问题"));
            this.ledgerNumber = issue.read("province").path("ledgerNumber");
            Map<String, Object> assignment = Map.of("deadline", "2021-12-31");
            issue.act("office:" + city, "assignments", assignment);
            // Of which something is owed for as long as everything stands as it does.
            Issues.register(stage, "county:" + county, Issues.selfInspected(stage, county, word + "待整改"))
                    .act("office:" + city, "assignments", assignment);
        }

        Holdings complete() {
            String office = "office:" + city;
            issue.act("county:" + county, "acknowledgements");
            issue.act("county:" + county, "cause-analyses", Issues.ANALYSIS);
            issue.act("county:" + county, "rectifications");
            Response evidence = issue.upload("county:" + county, "mark" + city + ".txt", word + "佐证");
            assertThat(evidence.statusCode()).as(evidence.asString()).isEqualTo(201);
            Response picture = issue.uploadPicture("county:" + county, "mark" + city + ".png");
            assertThat(picture.statusCode()).as(picture.asString()).isEqualTo(201);
            issue.act("county:" + county, "close-out-requests", Issues.CLOSE_OUT_REQUEST);
            Thing plan = Filings.draftPlan(stage, office, word + "措施", List.of(issue.id()));
            plan.act(office, "submissions", Filings.SUBMISSION);
            Thing report = Filings.draftReport(stage, office, word + "做法");
            report.act(office, "submissions", Filings.SUBMISSION);
            Thing session = Thing.created(
                    stage,
                    Training.COLLECTION,
                    stage.as(office)
                            .body(Training.session(
                                    stage, "SPECIAL_TRAINING", "2021-10-21", word + "培训", Optional.empty()))
                            .post(Training.COLLECTION));
            Thing lookBack = lookedBack();
            Thing supervision = Supervisions.signed(stage, issue.id());
            Thing view = Views.keep(stage, office, word + "查询", city);
            Thing proposal = Deliveries.proposed(stage, city, word + "办理超时");
            Thing ranking = Thing.created(
                    stage,
                    "/api/v1/figures/rankings",
                    stage.as("province")
                            .body(Map.of(
                                    "campaignId", stage.campaign().id(),
                                    "title", word + "排名",
                                    "addressees", List.of(city)))
                            .post("/api/v1/figures/rankings"));
            List<Map<String, Object>> obligations = stage.all(office, "/api/v1/obligations");
            List<Map<String, Object>> dispatches = stage.all(office, "/api/v1/dispatches");
            assertThat(obligations).hasSizeGreaterThanOrEqualTo(3);
            assertThat(dispatches).isNotEmpty();
            List<String> marks = new ArrayList<>(List.of(
                    word,
                    city,
                    county,
                    ledgerNumber,
                    "mark" + city,
                    addressOf(city),
                    issue.id(),
                    plan.id(),
                    report.id(),
                    session.id(),
                    contact.id(),
                    lookBack.id(),
                    supervision.id(),
                    view.id(),
                    proposal.id(),
                    ranking.id()));
            obligations.forEach(obligation -> marks.add((String) obligation.get("id")));
            dispatches.forEach(dispatch -> marks.add((String) dispatch.get("id")));
            return new Holdings(
                    city,
                    county,
                    stage.campaign().id(),
                    stage.campaign().draft().path("id"),
                    issue,
                    ledgerNumber,
                    evidence.path("id"),
                    picture.path("id"),
                    plan,
                    report,
                    session,
                    contact,
                    new Thing(stage, "/api/v1/obligations/" + obligations.get(0).get("id")),
                    new Thing(stage, "/api/v1/dispatches/" + dispatches.get(0).get("id")),
                    lookBack,
                    upload(office),
                    refusedImport(office),
                    supervision,
                    view,
                    proposal,
                    ranking,
                    marks);
        }

        /** One of which the result is told: before, the region itself does not see it. */
        private Thing lookedBack() {
            Thing closed = Issues.at(stage, "CLOSED", Way.BY_CITY, city);
            Thing lookBack = LookBacks.draw(stage, stage.campaign().id(), city);
            lookBack.act("province", "results", LookBacks.result(stage, closed.id(), "TRUE", Map.of()));
            return lookBack;
        }

        private String upload(String office) {
            Response uploaded = stage.as(office)
                    .contentType("text/plain")
                    .body(word.getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/uploads?fileName=mark" + city + ".txt");
            assertThat(uploaded.statusCode()).as(uploaded.asString()).isEqualTo(201);
            return uploaded.path("id");
        }

        private String refusedImport(String office) {
            Response sent = stage.as(office)
                    .contentType("text/csv")
                    .body((String.join(",", LedgerFile.COLUMNS) + "\n1," + word).getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/issue-imports/uploads?campaignId="
                            + stage.campaign().id());
            assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(202);
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> stage.as(office)
                    .get(sent.header("Location"))
                    .path("state")
                    .equals("REFUSED"));
            return sent.path("id");
        }
    }
}
