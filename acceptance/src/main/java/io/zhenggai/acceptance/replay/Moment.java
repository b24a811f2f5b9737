package io.zhenggai.acceptance.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A moment of the campaign, told in Shanghai as everything in it. */
record Moment(LocalDateTime local) implements Comparable<Moment> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static Moment of(LocalDate day, int hour) {
        return new Moment(day.atTime(LocalTime.of(hour, 0)));
    }

    LocalDate day() {
        return local.toLocalDate();
    }

    Instant instant() {
        return local.atZone(SHANGHAI).toInstant();
    }

    @Override
    public int compareTo(Moment other) {
        return local.compareTo(other.local);
    }

    @Override
    public String toString() {
        return FORM.format(local);
    }
}
