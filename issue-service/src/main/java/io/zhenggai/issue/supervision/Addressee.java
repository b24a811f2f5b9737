package io.zhenggai.issue.supervision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a supervision is sent to 主送, and what they replied.
 *
 * @param ordinal from 1, by which a reply is named where there are several
 * @param region the city's own code for its office
 * @param unit a department; absent for the office, county or zone itself
 * @param replyBy until the end of that day in Asia/Shanghai; absent until it is signed
 * @param reply the last one
 * @param returns how often a reply was returned
 * @param opinion of who accepted or returned the reply last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Addressee(
        int ordinal,
        String city,
        String region,
        @Nullable String unit,
        ReplyStatus status,
        @Nullable LocalDate replyBy,
        @Nullable String reply,
        @Nullable Instant repliedAt,
        @Nullable String repliedBy,
        @JsonIgnore @Nullable String repliedByPerson,
        int returns,
        @Nullable String opinion,
        @Nullable Instant settledAt,
        @Nullable String settledBy) {

    static Addressee of(int ordinal, Route route) {
        return new Addressee(
                ordinal,
                route.city(),
                route.region(),
                route.unit(),
                ReplyStatus.OWED,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    /** A county or zone replies for its departments, too. */
    boolean isAnsweredBy(Caller caller) {
        return switch (caller.role()) {
            case OFFICE -> unit == null && region.equals(caller.region());
            case COUNTY -> region.equals(caller.region());
            case DEPARTMENT, MEMBER_UNIT -> isUnitOf(caller) && caller.scope().covers(city, region);
            default -> false;
        };
    }

    /** Whether somebody belongs to what is addressed, in whatever role. */
    boolean isUnitOf(Caller caller) {
        return unit != null
                && caller.unit().filter(unit::equals).isPresent()
                && (caller.role() != Role.OFFICE || city.equals(caller.region()));
    }

    Addressee owing(LocalDate until) {
        return new Addressee(
                ordinal,
                city,
                region,
                unit,
                ReplyStatus.OWED,
                until,
                reply,
                repliedAt,
                repliedBy,
                repliedByPerson,
                returns,
                opinion,
                settledAt,
                settledBy);
    }

    Addressee replied(String text, Caller by, Instant at) {
        return new Addressee(
                ordinal,
                city,
                region,
                unit,
                ReplyStatus.REPLIED,
                replyBy,
                text,
                at,
                by.name(),
                by.person(),
                returns,
                opinion,
                settledAt,
                settledBy);
    }

    Addressee accepted(@Nullable String said, Caller by, Instant at) {
        return settled(ReplyStatus.ACCEPTED, replyBy, returns, said, by, at);
    }

    Addressee returned(String said, LocalDate until, Caller by, Instant at) {
        return settled(ReplyStatus.RETURNED, until, returns + 1, said, by, at);
    }

    private Addressee settled(
            ReplyStatus as, @Nullable LocalDate until, int times, @Nullable String said, Caller by, Instant at) {
        return new Addressee(
                ordinal,
                city,
                region,
                unit,
                as,
                until,
                reply,
                repliedAt,
                repliedBy,
                repliedByPerson,
                times,
                said,
                at,
                by.name());
    }
}
