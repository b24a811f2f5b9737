package io.zhenggai.issue.ledger;

import io.zhenggai.kit.json.Item;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 批量审核.
 *
 * @param items each of another issue, at most 200, each checked by itself
 */
record VerificationBatch(
        @NotEmpty @Size(max = 200) @Schema(type = SchemaType.ARRAY, implementation = BatchVerification.class)
        List<Item<BatchVerification>> items) {}
