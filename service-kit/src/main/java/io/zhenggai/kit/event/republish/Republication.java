package io.zhenggai.kit.event.republish;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks to be told again.
 *
 * @param aggregateType one that the service owns
 * @param from the first id; absent: from the beginning
 * @param to the last id, itself part of it; absent: to the end
 * @param limit how many aggregates at the most, 1 to 1000; absent: 1000
 * @param reason 1 to 500 characters; it stays on record
 */
public record Republication(
        @NotBlank @Text(max = 100) String aggregateType,
        @Nullable UUID from,
        @Nullable UUID to,
        @Nullable @Min(1) @Max(Republication.MOST) Integer limit,
        @NotBlank @Text(max = 500) String reason) {

    static final int MOST = 1_000;
}
