package io.zhenggai.report.testsupport;

import java.time.LocalDate;
import java.util.UUID;

/** An issue's public state, as the issue service sends it; null: absent. */
public record IssueState(
        UUID id,
        String ledgerNumber,
        UUID campaignId,
        String city,
        String region,
        String source,
        String category,
        String severity,
        String status,
        String leadUnit,
        LocalDate registeredOn,
        LocalDate deadline,
        LocalDate closeOutRequestedOn,
        LocalDate closedOn,
        int returns) {

    /** An issue of the city itself from the weekly scorecard, registered on 2021-10-20, otherwise untouched. */
    public static IssueState registered(UUID campaignId, String city) {
        return new IssueState(
                UUID.randomUUID(),
                "ZG2021-" + city + "-0001",
                campaignId,
                city,
                city,
                "SYSTEM_SCORECARD",
                "TIME",
                "GENERAL",
                "REGISTERED",
                null,
                LocalDate.of(2021, 10, 20),
                null,
                null,
                null,
                0);
    }

    /** From that source. */
    public IssueState from(String other) {
        return new IssueState(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                other,
                category,
                severity,
                status,
                leadUnit,
                registeredOn,
                deadline,
                closeOutRequestedOn,
                closedOn,
                returns);
    }

    /** In that status. */
    public IssueState in(String other) {
        return new IssueState(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                category,
                severity,
                other,
                leadUnit,
                registeredOn,
                deadline,
                closeOutRequestedOn,
                closedOn,
                returns);
    }

    /** Registered for that county of its city. */
    public IssueState inCounty(String county) {
        return new IssueState(
                id,
                ledgerNumber,
                campaignId,
                city,
                county,
                source,
                category,
                severity,
                status,
                leadUnit,
                registeredOn,
                deadline,
                closeOutRequestedOn,
                closedOn,
                returns);
    }

    /** Registered on that day. */
    public IssueState registeredOn(LocalDate day) {
        return new IssueState(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                category,
                severity,
                status,
                leadUnit,
                day,
                deadline,
                closeOutRequestedOn,
                closedOn,
                returns);
    }

    /** Under way, to be put right until the end of that day. */
    public IssueState dueOn(LocalDate day) {
        return moved("IN_RECTIFICATION", day, null, null, returns);
    }

    /** Returned that often, under way again. */
    public IssueState returned(int times) {
        return moved("IN_RECTIFICATION", deadline, null, null, times);
    }

    /** Its close-out requested on that day. */
    public IssueState requestedOn(LocalDate day) {
        return moved("CLOSE_OUT_REQUESTED", deadline, day, null, returns);
    }

    /** Closed on that day, the close-out requested on the same. */
    public IssueState closedOn(LocalDate day) {
        return moved("CLOSED", deadline, day, day, returns);
    }

    /** Led by that unit. */
    public IssueState ledBy(String unit) {
        return new IssueState(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                category,
                severity,
                status,
                unit,
                registeredOn,
                deadline,
                closeOutRequestedOn,
                closedOn,
                returns);
    }

    private IssueState moved(String to, LocalDate due, LocalDate requested, LocalDate closed, int times) {
        return new IssueState(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                category,
                severity,
                to,
                "住建局",
                registeredOn,
                due,
                requested,
                closed,
                times);
    }
}
