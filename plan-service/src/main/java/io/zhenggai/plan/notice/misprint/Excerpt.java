package io.zhenggai.plan.notice.misprint;

/** A few characters around a place, so that a person finds it. */
final class Excerpt {

    private static final int AROUND = 8;

    private Excerpt() {}

    static String of(String text, int begin, int end) {
        int from = Math.max(0, begin - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        from = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        to = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
        return text.substring(from, to);
    }
}
