package io.zhenggai.issue.delivery;

import java.util.Optional;

/**
 * What a list of proposals is narrowed to.
 *
 * @param city code of the city; empty: every city of the caller's
 */
record SourceItemProposalFilter(SourceItemProposalStatus status, Optional<String> city) {}
