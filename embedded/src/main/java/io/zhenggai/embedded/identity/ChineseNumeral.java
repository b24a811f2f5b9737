package io.zhenggai.embedded.identity;

/** Numbers from 1 to 99 as they are written in names: 一, 十, 十二, 二十一. */
final class ChineseNumeral {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumeral() {}

    static String of(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("number must be from 1 to 99, is " + number);
        }
        int tens = number / 10;
        int units = number % 10;
        String head = tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens) + "十";
        return units == 0 ? head : head + DIGITS.charAt(units);
    }
}
