package io.zhenggai.kit.event.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A projection of this service.
 *
 * @param aggregateType whose events it reads
 * @param tables that it keeps
 * @param rebuild its latest one; absent when it never had one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectionView(
        String aggregateType, List<String> tables, @Nullable Rebuild rebuild) {}
