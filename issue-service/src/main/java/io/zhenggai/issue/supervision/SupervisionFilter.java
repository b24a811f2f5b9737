package io.zhenggai.issue.supervision;

import java.util.Optional;

/**
 * What a list of supervisions is narrowed to; what is absent narrows nothing.
 *
 * @param issuer 410000, or the code of an office's city
 * @param city whose office, counties, zones or departments are addressed
 * @param issue ledger number of an issue that it is about
 */
record SupervisionFilter(
        Optional<SupervisionKind> kind,
        Optional<SupervisionStatus> status,
        Optional<String> issuer,
        Optional<String> city,
        Optional<String> issue) {}
