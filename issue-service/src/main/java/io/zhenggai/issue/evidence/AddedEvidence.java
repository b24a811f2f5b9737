package io.zhenggai.issue.evidence;

/**
 * A piece of evidence that was just added.
 *
 * @param issueVersion the issue's version since then: the next change's {@code If-Match}
 */
record AddedEvidence(Evidence evidence, long issueVersion) {}
