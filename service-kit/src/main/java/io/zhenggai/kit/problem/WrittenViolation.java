package io.zhenggai.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One rule that was broken, as it is answered.
 *
 * @param field the field's path in the body, or within the item; a parameter's name, or a column's title
 * @param row the line of a file, from 1; absent where there are no rows
 */
@Schema(name = "ItemViolation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WrittenViolation(String field, @Nullable Integer row, String message) {

    /** @return the rules in one of our two languages, in their order */
    static List<WrittenViolation> of(List<Violation> violations, Locale locale) {
        return violations.stream()
                .map(broken -> new WrittenViolation(
                        broken.field(),
                        broken.row().orElse(null),
                        broken.message().in(locale)))
                .toList();
    }
}
