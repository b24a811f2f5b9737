package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * The figures of one group.
 *
 * @param key what its issues have in common: a code, or a month such as {@code 2021-10}
 * @param name the key in Chinese; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FigureGroup(
        String key, Optional<String> name, @JsonUnwrapped Figures figures) {}
