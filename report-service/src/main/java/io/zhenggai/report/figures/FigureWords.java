package io.zhenggai.report.figures;

import java.util.Optional;

/** Figures as official documents write them. */
public final class FigureWords {

    private static final long WHOLE = 1_000;

    private FigureWords() {}

    /**
     * @return such as 83.3%; never 100% for less than the whole, nor 0% for something, whatever rounding says; empty for a rate without
     *     denominator
     */
    public static Optional<String> percent(Rate rate) {
        return rate.permille().map(permille -> tenths(told(rate, permille)) + "%");
    }

    private static long told(Rate rate, long permille) {
        if (permille == WHOLE && rate.numerator() < rate.denominator()) {
            return WHOLE - 1;
        }
        return permille == 0 && rate.numerator() > 0 ? 1 : permille;
    }

    /** @return a number of tenths with a decimal point where one is needed: 16.5, 17 */
    public static String tenths(long tenths) {
        String sign = tenths < 0 ? "-" : "";
        long amount = Math.abs(tenths);
        return sign + amount / 10 + (amount % 10 == 0 ? "" : "." + amount % 10);
    }
}
