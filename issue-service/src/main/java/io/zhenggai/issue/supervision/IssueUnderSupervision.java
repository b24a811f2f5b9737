package io.zhenggai.issue.supervision;

import java.util.UUID;

/** An issue that a supervision is about. */
record IssueUnderSupervision(UUID id, String ledgerNumber, String city, String region) {}
