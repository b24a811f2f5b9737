package io.zhenggai.notification.testsupport;

import java.time.LocalDate;
import java.util.UUID;

/** An issue's public state as far as it matters here, as the issue service sends it; null: absent. */
public record Issue(
        UUID id,
        String ledgerNumber,
        UUID campaignId,
        String city,
        String region,
        String source,
        String status,
        String leadUnit,
        LocalDate assignedOn,
        LocalDate acknowledgeBy,
        LocalDate deadline,
        int returns) {

    /** Assigned to a city, or to a county of it. */
    public static Issue assigned(String region, int number, String acknowledgeBy, String deadline) {
        String city = region.startsWith("90", 2) ? region : region.substring(0, 4) + "00";
        return new Issue(
                UUID.randomUUID(),
                "ZG2021-%s-%04d".formatted(city, number),
                Obligation.CAMPAIGN,
                city,
                region,
                "EVALUATION",
                "ASSIGNED",
                null,
                null,
                LocalDate.parse(acknowledgeBy),
                LocalDate.parse(deadline),
                0);
    }

    /** Assigned on that day. */
    public Issue assignedOn(String day) {
        return new Issue(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                status,
                leadUnit,
                LocalDate.parse(day),
                acknowledgeBy,
                deadline,
                returns);
    }

    public Issue acknowledged() {
        return in("ACKNOWLEDGED");
    }

    /** Under way, led by a unit. */
    public Issue ledBy(String unit) {
        return new Issue(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                "IN_RECTIFICATION",
                unit,
                assignedOn,
                acknowledgeBy,
                deadline,
                returns);
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

    /** With another deadline. */
    public Issue dueOn(String day) {
        return new Issue(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                status,
                leadUnit,
                assignedOn,
                acknowledgeBy,
                LocalDate.parse(day),
                returns);
    }

    private Issue in(String other) {
        return new Issue(
                id,
                ledgerNumber,
                campaignId,
                city,
                region,
                source,
                other,
                leadUnit,
                assignedOn,
                acknowledgeBy,
                deadline,
                returns);
    }
}
