package io.zhenggai.plan.notice;

/**
 * Something that was read.
 *
 * @param value as it stands there, broken lines joined
 * @param line the line in which the sentence begins
 * @param sentence what it was read from
 */
public record Read<T>(T value, Mark mark, int line, String sentence) {

    static <T> Read<T> read(T value, Quote quote) {
        return new Read<>(value, Mark.READ, quote.line(), quote.sentence());
    }

    static <T> Read<T> proposed(T value, Quote quote) {
        return new Read<>(value, Mark.PROPOSED, quote.line(), quote.sentence());
    }
}
