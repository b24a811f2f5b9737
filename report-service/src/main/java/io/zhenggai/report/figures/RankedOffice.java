package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * One office's place.
 *
 * @param rank from 1; offices with equal rates share a place, and the next place is left out as often; absent where the
 *     office has no issue that counts
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RankedOffice(
        Optional<Integer> rank, @JsonUnwrapped FigureGroup office) {}
