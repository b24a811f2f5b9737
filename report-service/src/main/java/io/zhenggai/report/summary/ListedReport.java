package io.zhenggai.report.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A report as it stands in a list.
 *
 * @param regionName the office's region by name
 * @param deadline until when it was owed; absent while that is not known here
 * @param late whether the first submission was, for ever; absent before it and while the deadline is not known here
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ListedReport(
        @JsonUnwrapped ReportRow row, String regionName, Optional<LocalDate> deadline, Optional<Boolean> late) {}
