package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.RegionCodeText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 拆分.
 *
 * @param regions six-digit codes of the further regions that the source item names, at most 50
 * @param sourceItemId which source item; where nothing is said the one that the issue was registered with
 */
record Split(
        @NotEmpty @Size(max = 50) List<@NotNull @RegionCodeText String> regions,
        @Nullable UUID sourceItemId) {}
