package io.zhenggai.plan.notice.misprint;

import io.zhenggai.kit.problem.Words;

/**
 * A suspected misprint. The text stays as it is.
 *
 * @param line where it stands, counted from 1 in the text as received
 * @param text the suspicious characters with a few around them
 * @param message what is suspicious, in words
 */
public record Misprint(MisprintKind kind, int line, String text, Words message) {

    /** @return a suspicion, with its words in both languages */
    public static Misprint of(MisprintKind kind, int line, String text, String zh, String en) {
        return new Misprint(kind, line, text, new Words(zh, en));
    }
}
