package io.zhenggai.report.summary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * 退回修改.
 *
 * @param reasons part by part
 * @param resubmitBy until when it is to be submitted again; the third working day from now where nothing is said
 */
@Schema(examples = """
        {"reasons": [{"part": "EXPERIENCE", "reason": "典型案例不够具体，请补充"}], "resubmitBy": "2021-12-30"}
        """)
record ReportReturn(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid ReportReturnReason> reasons,
        @Nullable LocalDate resubmitBy) {}
