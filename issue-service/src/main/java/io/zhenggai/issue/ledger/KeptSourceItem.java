package io.zhenggai.issue.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source item as the ledger keeps it, with what became of it.
 *
 * @param issueId the issue that it was registered with, which may be merged into another one
 * @param answer what was answered, at most 2,000 characters
 * @param answeredOn when
 * @param callBack what the complainant said
 * @param calledBackOn when
 */
record KeptSourceItem(
        UUID id,
        UUID issueId,
        SourceItem item,
        AnswerState answerState,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable CallBackResult callBack,
        @Nullable LocalDate calledBackOn) {}
