package io.zhenggai.gateway.problem;

/**
 * One text in the two languages of the interface.
 *
 * @param zh Chinese, as officials read it; the default
 * @param en English
 */
public record Words(String zh, String en) {

    /** @return both texts with their {@code %s} filled in */
    public Words with(Object... arguments) {
        return new Words(zh.formatted(arguments), en.formatted(arguments));
    }
}
