package io.zhenggai.issue.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Uploads that become evidence of one issue, all or none.
 *
 * @param evidence 1 to 50
 */
record Attachments(@NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Attachment> evidence) {}
