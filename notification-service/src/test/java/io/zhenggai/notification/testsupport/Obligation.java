package io.zhenggai.notification.testsupport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An obligation's public state, as the plan service sends it; null: absent. */
public record Obligation(
        UUID id,
        UUID campaignId,
        int phase,
        String code,
        String kind,
        String title,
        String region,
        String subjectRegion,
        LocalDate deadline,
        int deadlineVersion,
        Instant openedAt,
        String status,
        boolean late,
        int returns,
        LocalDate resubmitBy,
        Instant returnedAt) {

    /** When the campaign was published. */
    public static final Instant PUBLISHED = Instant.parse("2021-10-19T00:30:00Z");

    /** The campaign that all of these belong to. */
    public static final UUID CAMPAIGN = UUID.fromString("01889c00-0000-7000-8000-000000000001");

    /** The plan of an office, open. */
    public static Obligation plan(String region) {
        return open(1, "PLAN", "FILING", "整改方案", region, "2021-10-31");
    }

    /** The training of an office, open. */
    public static Obligation training(String region) {
        return open(2, "SPECIAL_TRAINING", "ACTION", "专题培训", region, "2021-11-30");
    }

    /** The summary report of an office, open. */
    public static Obligation summary(String region) {
        return open(3, "SUMMARY_REPORT", "FILING", "总结报告", region, "2021-12-31");
    }

    private static Obligation open(int phase, String code, String kind, String title, String region, String due) {
        return new Obligation(
                UUID.randomUUID(),
                CAMPAIGN,
                phase,
                code,
                kind,
                title,
                region,
                null,
                LocalDate.parse(due),
                1,
                PUBLISHED,
                "OPEN",
                false,
                0,
                null,
                null);
    }

    /** For a city, by the province. */
    public Obligation forCity(String city) {
        return new Obligation(
                id,
                campaignId,
                phase,
                "TARGETED_TRAINING",
                "ACTION",
                "针对性培训",
                "410000",
                city,
                deadline,
                1,
                openedAt,
                status,
                late,
                returns,
                null,
                null);
    }

    public Obligation submitted() {
        return moved("SUBMITTED", deadline, deadlineVersion, returns, null, null);
    }

    public Obligation accepted() {
        return moved("ACCEPTED", deadline, deadlineVersion, returns, null, null);
    }

    public Obligation waived() {
        return moved("WAIVED", deadline, deadlineVersion, returns, null, null);
    }

    /** Returned at a moment, to be submitted again until the end of a day. */
    public Obligation returned(String until, Instant at) {
        return moved("RETURNED", deadline, deadlineVersion, returns + 1, LocalDate.parse(until), at);
    }

    /** Its deadline set anew. */
    public Obligation dueOn(String day) {
        return moved(status, LocalDate.parse(day), deadlineVersion + 1, returns, resubmitBy, returnedAt);
    }

    /** The event that leads to this state. */
    String event() {
        return "obligation." + (status.equals("OPEN") ? "opened" : status.toLowerCase(java.util.Locale.ROOT)) + ".v1";
    }

    private Obligation moved(String to, LocalDate due, int version, int times, LocalDate until, Instant at) {
        return new Obligation(
                id,
                campaignId,
                phase,
                code,
                kind,
                title,
                region,
                subjectRegion,
                due,
                version,
                openedAt,
                to,
                late,
                times,
                until,
                at);
    }
}
