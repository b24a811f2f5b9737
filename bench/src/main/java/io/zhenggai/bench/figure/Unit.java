package io.zhenggai.bench.figure;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    EVENTS_PER_SECOND("events/s", "%,.0f"),
    CALLS_PER_SECOND("calls/s", "%,.0f"),
    ROWS_PER_SECOND("rows/s", "%,.0f"),
    MEBIBYTES("MiB", "%,.0f"),
    MILLISECONDS("ms", "%,.1f"),
    RATIO("", "%.2f");

    private final String words;
    private final String format;

    Unit(String words, String format) {
        this.words = words;
        this.format = format;
    }

    /** @return behind the name of a quantity; empty for a ratio */
    public String words() {
        return words;
    }

    /** @return with as many digits as people need */
    public String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
