package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * The figures of one group in two periods.
 *
 * @param key what its issues have in common, as in {@link FigureGroup}
 * @param name the key in Chinese; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ComparedGroup(
        String key, Optional<String> name, @JsonUnwrapped ComparedFigures compared) {}
