package io.zhenggai.issue.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an issue was found, as it is shown.
 *
 * @param issueId the issue that it was registered with; another one where that was merged into this
 * @param textReceived the text as received; not shown to who only reads the ledger
 * @param complainant who complained; masked but for who handles the issue
 * @param answer what was answered; not shown to who only reads the ledger
 * @param callBack what the complainant said when called back
 */
public record SourceItemView(
        UUID id,
        UUID issueId,
        IssueSource source,
        @Nullable String documentNumber,
        @Nullable String itemNumber,
        @Nullable LocalDate dated,
        @Nullable String textReceived,
        @Nullable Complainant complainant,
        @Nullable String answerOwedTo,
        @Nullable LocalDate answerDueOn,
        AnswerState answerState,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable CallBackResult callBack,
        @Nullable LocalDate calledBackOn) {}
