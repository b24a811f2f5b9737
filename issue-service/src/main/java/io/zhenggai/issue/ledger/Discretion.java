package io.zhenggai.issue.ledger;

import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of a source item is shown to whom: it may name a complainant. */
enum Discretion {
    /** To who handles the issue: everything. */
    NONE,
    /** To who decides on it, or only cooperates: what was said, but not who said it. */
    MASKED,
    /** To who only reads the ledger: neither. */
    SILENT;

    private static final Set<Role> ONLOOKERS = EnumSet.of(Role.LEADER, Role.AUDITOR, Role.INDICATOR_LEAD, Role.SYSTEM);

    /**
     * @param caller somebody within whose scope the issue lies; an office, a county or zone handles it, and of the departments and
     *     member units the one that leads
     * @param leadUnit of the issue
     */
    static Discretion towards(Caller caller, @Nullable String leadUnit) {
        if (ONLOOKERS.contains(caller.role())) {
            return SILENT;
        }
        boolean handles =
                switch (caller.role()) {
                    case OFFICE, COUNTY -> true;
                    case DEPARTMENT, MEMBER_UNIT ->
                        caller.unit()
                                .filter(unit -> Compared.areSame(leadUnit, unit))
                                .isPresent();
                    default -> false;
                };
        return handles ? NONE : MASKED;
    }

    SourceItemView show(KeptSourceItem kept) {
        SourceItem item = kept.item();
        Complainant complainant = item.complainant();
        return new SourceItemView(
                kept.id(),
                kept.issueId(),
                item.source(),
                item.documentNumber(),
                item.itemNumber(),
                item.dated(),
                this == SILENT ? null : item.textReceived(),
                complainant == null || this == NONE ? complainant : complainant.masked(),
                owedTo(item),
                item.answerDueOn(),
                kept.answerState(),
                this == SILENT ? null : kept.answer(),
                kept.answeredOn(),
                kept.callBack(),
                kept.calledBackOn());
    }

    private @Nullable String owedTo(SourceItem item) {
        String owedTo = item.answerOwedTo();
        return owedTo == null || this == NONE || !item.isComplaint() ? owedTo : Complainant.maskedName(owedTo);
    }

    /** @return of which columns personal data is shown */
    List<EncryptedColumn> personalDataIn(KeptSourceItem kept) {
        SourceItem item = kept.item();
        List<EncryptedColumn> shown = new ArrayList<>();
        if (this != SILENT && item.textReceived() != null) {
            shown.add(SourceItems.TEXT_RECEIVED);
        }
        if (this != SILENT && kept.answer() != null) {
            shown.add(SourceItems.ANSWER);
        }
        if (this == NONE && item.complainant() != null) {
            shown.add(SourceItems.COMPLAINANT);
        }
        if (this == NONE && item.answerOwedTo() != null && item.isComplaint()) {
            shown.add(SourceItems.ANSWER_OWED_TO);
        }
        return shown;
    }
}
