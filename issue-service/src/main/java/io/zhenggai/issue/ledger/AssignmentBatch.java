package io.zhenggai.issue.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * 批量交办.
 *
 * @param items each of another issue, at most 200
 */
record AssignmentBatch(@NotEmpty @Size(max = 200) List<@NotNull @Valid BatchAssignment> items) {}
