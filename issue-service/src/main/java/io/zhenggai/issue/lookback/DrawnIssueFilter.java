package io.zhenggai.issue.lookback;

import java.util.Optional;

/**
 * What the issues of a look-back are narrowed to; what is absent narrows nothing.
 *
 * @param drawn whether only those that were drawn are meant, or all that they were drawn from
 * @param told whether the result is told
 */
record DrawnIssueFilter(
        boolean drawn, Optional<String> city, Optional<LookBackFinding> finding, Optional<Boolean> told) {}
