package io.zhenggai.plan.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhenggai.kit.calendar.Light;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An obligation as it is shown.
 *
 * @param version counts the changes, from 0
 * @param light how near the deadline is, or the day of the corrected filing; absent when nothing is owed any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationView(
        @JsonUnwrapped ObligationFields fields,
        long version,
        @Nullable Light light) {

    static ObligationView of(Obligation obligation, LocalDate today, WorkingCalendar calendar) {
        ObligationFields fields = obligation.fields();
        Light light =
                fields.owedBy().map(dueOn -> Light.of(dueOn, today, calendar)).orElse(null);
        return new ObligationView(fields, obligation.version(), light);
    }
}
