package io.zhenggai.plan.notice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A sentence cut at its commas; those within brackets do not cut. */
final class Clauses {

    private static final String OPENERS = "（(";
    private static final String CLOSERS = "）)";

    private final String text;
    private final List<Integer> begins = new ArrayList<>();

    Clauses(String text) {
        this.text = text;
        begins.add(0);
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENERS.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSERS.indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && (c == '，' || c == ',')) {
                begins.add(i + 1);
            }
        }
    }

    int count() {
        return begins.size();
    }

    /** @return the number of the clause that a place lies in */
    int at(int place) {
        int found = Collections.binarySearch(begins, place);
        return found >= 0 ? found : -found - 2;
    }

    int begin(int clause) {
        return begins.get(clause);
    }

    /** @return where a clause ends, without the sign that ends it */
    int end(int clause) {
        int end = clause + 1 < begins.size() ? begins.get(clause + 1) - 1 : text.length();
        while (end > begin(clause) && "。；;！!".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    String text(int clause) {
        return text.substring(begin(clause), end(clause));
    }
}
