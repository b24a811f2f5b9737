package io.zhenggai.notification.testsupport;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An issue's public state as far as it matters here, as the issue service sends it. */
public record Issue(UUID id, @JsonValue Map<String, Object> state) {

    /** Assigned to a city, or to a county of it. */
    public static Issue assigned(String region, int number, String acknowledgeBy, String deadline) {
        String city = region.startsWith("90", 2) ? region : region.substring(0, 4) + "00";
        UUID id = UUID.randomUUID();
        return new Issue(
                id,
                Map.ofEntries(
                        Map.entry("id", id),
                        Map.entry("ledgerNumber", "ZG2021-%s-%04d".formatted(city, number)),
                        Map.entry("campaignId", Obligation.CAMPAIGN),
                        Map.entry("city", city),
                        Map.entry("region", region),
                        Map.entry("source", "EVALUATION"),
                        Map.entry("status", "ASSIGNED"),
                        Map.entry("verifier", "CITY"),
                        Map.entry("acknowledgeBy", LocalDate.parse(acknowledgeBy)),
                        Map.entry("deadline", LocalDate.parse(deadline)),
                        Map.entry("decisionsOwed", List.of()),
                        Map.entry("returns", 0),
                        Map.entry("answersOwed", 0)));
    }

    /** Assigned on that day. */
    public Issue assignedOn(String day) {
        return with("assignedOn", LocalDate.parse(day));
    }

    /** By the province, and not handed on by the city yet. */
    public Issue assignedByProvince() {
        return with("assignedBy", "PROVINCE");
    }

    /** Its rectification, or the review of its stage, is owed by its date since then. */
    public Issue owedSince(Instant moment) {
        return with("owedSince", moment);
    }

    public Issue acknowledged() {
        return in("ACKNOWLEDGED");
    }

    /** Under way, led by a unit. */
    public Issue ledBy(String unit) {
        return in("IN_RECTIFICATION").with("leadUnit", unit);
    }

    public Issue closeOutRequested() {
        return in("CLOSE_OUT_REQUESTED");
    }

    public Issue closed() {
        return in("CLOSED");
    }

    /** Back under way. */
    public Issue returned() {
        return in("IN_RECTIFICATION");
    }

    /** Long-term, with the day of its next stage review. */
    public Issue longTerm(String stageReviewOn) {
        return in("LONG_TERM").with("stageReviewOn", LocalDate.parse(stageReviewOn));
    }

    public Issue verifiedByProvince() {
        return with("verifier", "PROVINCE");
    }

    /** With another deadline. */
    public Issue dueOn(String day) {
        return with("deadline", LocalDate.parse(day));
    }

    /** Somebody is owed an answer. */
    public Issue answerDueOn(String day, Instant since) {
        return with("answersOwed", 1).with("answerDueOn", LocalDate.parse(day)).with("answerOwedSince", since);
    }

    public Issue answered() {
        Map<String, Object> less = new HashMap<>(state);
        less.keySet().removeAll(List.of("answerDueOn", "answerOwedSince"));
        return new Issue(id, less).with("answersOwed", 0);
    }

    /** Something was asked for that is to be decided; what was pending before no longer is. */
    public Issue pending(String kind, String decidedBy, Instant askedAt, String dueOn) {
        return with(
                "decisionsOwed",
                List.of(Map.of("kind", kind, "decidedBy", decidedBy, "askedAt", askedAt, "dueOn", dueOn)));
    }

    public Issue decided() {
        return with("decisionsOwed", List.of());
    }

    private Issue in(String status) {
        return with("status", status);
    }

    private Issue with(String field, Object value) {
        Map<String, Object> more = new HashMap<>(state);
        more.put(field, value);
        return new Issue(id, Map.copyOf(more));
    }
}
