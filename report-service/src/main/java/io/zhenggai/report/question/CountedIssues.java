package io.zhenggai.report.question;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.report.figures.DatedBy;
import io.zhenggai.report.figures.FigureFilter;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which issues are counted, whatever is asked of them; what is absent narrows nothing. */
public record CountedIssues(
        @Parameter(description = "counts this campaign's issues only 只统计该整改行动") @RestQuery @Nullable
        UUID campaignId,

        @Parameter(description = "six-digit code of a city 省辖市、示范区代码") @RestQuery @RegionCodeText @Nullable
        String city,

        @Parameter(description = "code of a source 问题来源") @RestQuery @Pattern(regexp = FigureFilter.CODE) @Nullable
        String source,

        @Parameter(description = "code of a category 问题类别") @RestQuery @Pattern(regexp = FigureFilter.CODE) @Nullable
        String category,

        @Parameter(description = "code of a severity 严重程度") @RestQuery @Pattern(regexp = FigureFilter.CODE) @Nullable
        String severity) {

    /** @return those of a period, of which the ends may be open */
    FigureFilter within(@Nullable LocalDate from, @Nullable LocalDate to, DatedBy dated) {
        return new FigureFilter(
                Optional.ofNullable(campaignId),
                Optional.ofNullable(city),
                Optional.ofNullable(source),
                Optional.ofNullable(category),
                Optional.ofNullable(severity),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                dated,
                false);
    }
}
