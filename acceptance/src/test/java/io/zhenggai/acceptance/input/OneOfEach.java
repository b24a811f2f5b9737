package io.zhenggai.acceptance.input;

import io.zhenggai.acceptance.client.Notice2021;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Issues.Way;
import io.zhenggai.acceptance.system.LookBacks;
import io.zhenggai.acceptance.system.People;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Supervisions;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.acceptance.system.ValidRequests.Things;
import io.zhenggai.acceptance.system.Views;
import java.util.List;

/** One thing of each kind, in a state in which most can be done with it. */
final class OneOfEach {

    private OneOfEach() {}

    static Things of(Stage stage, String city) {
        String office = "office:" + city;
        Thing issue = Issues.at(stage, "IN_RECTIFICATION", Way.BY_CITY, city);
        String evidence = issue.upload(office, "explanation.txt", "整改情况说明").path("id");
        Thing plan = Filings.draftPlan(stage, office, "推行联合审图", List.of());
        Thing report = Filings.draftReport(stage, office, "加强组织领导");
        Thing contact = Thing.created(
                stage,
                "/api/v1/contacts",
                People.contact(stage, office, city, "CONTACT", "contact-" + city + "@offices.example"));
        Thing draft = Thing.created(
                stage,
                "/api/v1/campaign-drafts",
                stage.as("province")
                        .contentType("text/plain;charset=UTF-8")
                        .body(Notice2021.text())
                        .post("/api/v1/campaign-drafts"));
        Issues.at(stage, "CLOSED", Way.BY_CITY, city);
        Thing lookBack = LookBacks.draw(stage, stage.campaign().id(), city);
        return new Things(
                city,
                issue.id(),
                evidence,
                plan.id(),
                report.id(),
                contact.id(),
                draft.id(),
                lookBack.id(),
                Supervisions.draft(stage, issue.id()).id(),
                Views.keep(stage, office, "红灯问题", city).id());
    }
}
