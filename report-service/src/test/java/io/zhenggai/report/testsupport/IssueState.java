package io.zhenggai.report.testsupport;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An issue's public state, as the issue service sends it; what is null is absent. */
public final class IssueState {

    private final Map<String, Object> members;

    private IssueState(Map<String, Object> members) {
        this.members = members;
    }

    /** An issue of the city itself from the weekly scorecard, registered on 2021-10-20, otherwise untouched. */
    public static IssueState registered(UUID campaignId, String city) {
        Map<String, Object> members = new HashMap<>();
        members.put("id", UUID.randomUUID());
        members.put("ledgerNumber", "ZG2021-" + city + "-0001");
        members.put("campaignId", campaignId);
        members.put("city", city);
        members.put("region", city);
        members.put("source", "SYSTEM_SCORECARD");
        members.put("category", "TIME");
        members.put("severity", "GENERAL");
        members.put("status", "REGISTERED");
        members.put("registeredOn", LocalDate.of(2021, 10, 20));
        members.put("returns", 0);
        members.put("revocations", 0);
        return new IssueState(members);
    }

    /** From that source. */
    public IssueState from(String source) {
        return with("source", source);
    }

    /** Of that category. */
    public IssueState ofCategory(String category) {
        return with("category", category);
    }

    /** Of that severity. */
    public IssueState ofSeverity(String severity) {
        return with("severity", severity);
    }

    /** In that status. */
    public IssueState in(String status) {
        return with("status", status);
    }

    /** Registered for that county of its city. */
    public IssueState inCounty(String county) {
        return with("region", county);
    }

    /** Registered on that day. */
    public IssueState registeredOn(LocalDate day) {
        return with("registeredOn", day);
    }

    /** Under way, to be put right until the end of that day. */
    public IssueState dueOn(LocalDate day) {
        return underWay().with("deadline", day);
    }

    /** Returned that often, under way again. */
    public IssueState returned(int times) {
        return underWay().with("returns", times);
    }

    /** Its close-out requested on that day. */
    public IssueState requestedOn(LocalDate day) {
        return underWay().in("CLOSE_OUT_REQUESTED").with("closeOutRequestedOn", day);
    }

    /** Closed on that day, the close-out requested on the same. */
    public IssueState closedOn(LocalDate day) {
        return requestedOn(day).in("CLOSED").with("closedOn", day);
    }

    /** Its close-out revoked, under way again until the end of that day. */
    public IssueState revokedUntil(LocalDate day) {
        return dueOn(day).with("revocations", 1);
    }

    /** Registered because that closed one has come back. */
    public IssueState recurrenceOf(IssueState closed) {
        return with("recurrenceOf", closed.id());
    }

    /** Carried over into that campaign, with another deadline. */
    public IssueState carriedOverInto(UUID campaign, LocalDate deadline) {
        List<Object> before = new ArrayList<>((List<?>) members.getOrDefault("campaignsBefore", List.of()));
        before.add(members.get("campaignId"));
        return dueOn(deadline)
                .with("campaignId", campaign)
                .with("campaignsBefore", before)
                .with("carriedOverFrom", members.get("campaignId"));
    }

    /** Led by that unit. */
    public IssueState ledBy(String unit) {
        return with("leadUnit", unit);
    }

    private IssueState underWay() {
        return in("IN_RECTIFICATION")
                .with("leadUnit", "住建局")
                .with("closeOutRequestedOn", null)
                .with("closedOn", null);
    }

    private IssueState with(String member, Object value) {
        Map<String, Object> other = new HashMap<>(members);
        if (value == null) {
            other.remove(member);
        } else {
            other.put(member, value);
        }
        return new IssueState(other);
    }

    /** All of it, as it is sent. */
    @JsonValue
    public Map<String, Object> members() {
        return members;
    }

    public UUID id() {
        return (UUID) members.get("id");
    }

    public String city() {
        return text("city");
    }

    public String region() {
        return text("region");
    }

    public String source() {
        return text("source");
    }

    public String category() {
        return text("category");
    }

    public String severity() {
        return text("severity");
    }

    public String status() {
        return text("status");
    }

    public LocalDate registeredOn() {
        return (LocalDate) members.get("registeredOn");
    }

    public LocalDate deadline() {
        return (LocalDate) members.get("deadline");
    }

    public LocalDate closeOutRequestedOn() {
        return (LocalDate) members.get("closeOutRequestedOn");
    }

    public LocalDate closedOn() {
        return (LocalDate) members.get("closedOn");
    }

    public int returns() {
        return (int) members.get("returns");
    }

    private String text(String member) {
        return (String) members.get(member);
    }
}
