package io.zhenggai.report.summary;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.report.office.OfficeFigures;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report as it was submitted once; nothing of it ever changes.
 *
 * @param ordinal which submission of the report, from 1
 * @param name of the person who submitted it
 * @param figures as they stood at that moment
 */
record FiledReport(
        int ordinal,
        Instant submittedAt,
        String name,
        String documentNumber,
        String signatory,
        ReportContent content,
        @Schema(implementation = OfficeFigures.class) JsonNode figures) {}
