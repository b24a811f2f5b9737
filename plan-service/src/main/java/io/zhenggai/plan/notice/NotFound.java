package io.zhenggai.plan.notice;

import io.zhenggai.kit.problem.Words;

/**
 * Something that the notice does not say, or not so that a rule could read it.
 *
 * @param field the field's path in the campaign, such as {@code phases[0].deadline}
 * @param message what is missing, in words
 */
public record NotFound(String field, Words message) {

    static NotFound of(String field, String zh, String en) {
        return new NotFound(field, new Words(zh, en));
    }
}
