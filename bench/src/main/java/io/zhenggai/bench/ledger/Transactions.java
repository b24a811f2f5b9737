package io.zhenggai.bench.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sorts what the sessions of a service sent into transactions. */
final class Transactions {

    /** The relay and what is scheduled touch none of these, or only to take away. */
    private static final Pattern OF_LEDGER = Pattern.compile(
            "\\b(from|into|update|join) (issue|source_item|campaign|ledger_counter|history_entry|issue_text)\\b");

    private final Map<Long, List<SentStatement>> open = new HashMap<>();
    private final List<List<SentStatement>> all = new ArrayList<>();

    /** @param session that sent it, as the next of its statements */
    void add(long session, SentStatement statement) {
        List<SentStatement> transaction = open.get(session);
        if (transaction == null) {
            transaction = new ArrayList<>();
            all.add(transaction);
        }
        transaction.add(statement);
        boolean goesOn = is(transaction.get(0), "BEGIN") && !is(statement, "COMMIT") && !is(statement, "ROLLBACK");
        if (goesOn) {
            open.put(session, transaction);
        } else {
            open.remove(session);
        }
    }

    /** @return those that touch the ledger, in the order of their beginnings */
    List<SentStatement> ofLedger() {
        return all.stream()
                .filter(transaction -> transaction.stream().anyMatch(Transactions::isOfLedger))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isOfLedger(SentStatement statement) {
        return OF_LEDGER
                .matcher(statement.sql().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .find();
    }

    static boolean is(SentStatement statement, String command) {
        return statement.sql().equalsIgnoreCase(command);
    }
}
