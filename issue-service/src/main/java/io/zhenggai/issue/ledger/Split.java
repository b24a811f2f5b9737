package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.RegionCodeText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * 拆分.
 *
 * @param regions six-digit codes of the further regions that the source item names, at most 50
 */
record Split(@NotEmpty @Size(max = 50) List<@NotNull @RegionCodeText String> regions) {}
