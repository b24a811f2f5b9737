package io.zhenggai.acceptance.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.client.Notice2021;
import io.zhenggai.acceptance.system.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A campaign that begins today, whatever today is: that of all tests may have ended.
 *
 * @param lastDay until when everything in it can be due
 */
record OwnCampaign(String id, LocalDate lastDay) {

    private static final String DRAFTS = "/api/v1/campaign-drafts";
    private static final int DAYS_OF_A_PHASE = 30;

    /** Publishes the notice of 2021 under another number, moved to today. */
    static OwnCampaign publish(Stage stage) {
        return publish(stage, "豫工程改革办〔2021〕8号", DAYS_OF_A_PHASE);
    }

    /** The same, under a number of its own and with phases of so many days. */
    static OwnCampaign publish(Stage stage, String documentNumber, int daysOfAPhase) {
        LocalDate today = stage.now().toLocalDate();
        Response read = created(stage.as("province")
                .contentType("text/plain;charset=UTF-8")
                .body(Notice2021.text())
                .post(DRAFTS));
        Map<String, Object> content = read.jsonPath().getMap("campaign");
        List<Map<String, Object>> phases = read.jsonPath().getList("campaign.phases");
        LocalDate lastDay = today.plusDays((long) daysOfAPhase * phases.size());
        for (int i = 0; i < phases.size(); i++) {
            phases.get(i)
                    .put("deadline", today.plusDays(daysOfAPhase * (i + 1L)).toString());
        }
        content.putAll(Map.of(
                "documentNumber", documentNumber,
                "printedOn", today.toString(),
                "start", today.toString(),
                "end", lastDay.toString(),
                "phases", phases));
        String draft = DRAFTS + "/" + read.path("id");
        Response corrected = stage.as("province")
                .header("If-Match", read.header("ETag"))
                .body(content)
                .put(draft);
        assertThat(corrected.statusCode()).as(corrected.asString()).isEqualTo(200);
        Response published = created(stage.as("province")
                .header("If-Match", corrected.header("ETag"))
                .post(draft + "/publications"));
        stage.settle();
        return new OwnCampaign(published.path("id"), lastDay);
    }

    private static Response created(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }
}
