package io.zhenggai.issue.ledger;

import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.identity.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How much of a source item is shown to whom: it may name a complainant. */
enum Discretion {
    /** To who handles issues: everything. */
    NONE,
    /** To who decides on them: what was said, but not who said it. */
    MASKED,
    /** To who only reads the ledger: neither. */
    SILENT;

    private static final Set<Role> HANDLING = EnumSet.of(Role.OFFICE, Role.COUNTY, Role.DEPARTMENT);
    private static final Set<Role> ONLOOKERS = EnumSet.of(Role.LEADER, Role.AUDITOR, Role.INDICATOR_LEAD, Role.SYSTEM);

    static Discretion towards(Role role) {
        if (ONLOOKERS.contains(role)) {
            return SILENT;
        }
        return HANDLING.contains(role) ? NONE : MASKED;
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
                item.answerOwedTo(),
                item.answerDueOn(),
                kept.answerState(),
                this == SILENT ? null : kept.answer(),
                kept.answeredOn(),
                kept.callBack(),
                kept.calledBackOn());
    }

    /** @return of which columns personal data is shown */
    List<EncryptedColumn> personalDataIn(KeptSourceItem kept) {
        List<EncryptedColumn> shown = new ArrayList<>();
        if (this != SILENT && kept.item().textReceived() != null) {
            shown.add(SourceItems.TEXT_RECEIVED);
        }
        if (this != SILENT && kept.answer() != null) {
            shown.add(SourceItems.ANSWER);
        }
        if (this == NONE && kept.item().complainant() != null) {
            shown.add(SourceItems.COMPLAINANT);
        }
        return shown;
    }
}
