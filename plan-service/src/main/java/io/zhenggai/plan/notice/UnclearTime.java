package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Numerals;
import java.util.List;

/** Tells sentences with a time that everybody understands and no rule makes a day of: 元旦前, 11月初, 本月底, 10日内. */
final class UnclearTime {

    private static final List<String> FESTIVALS = List.of("元旦", "春节", "清明", "五一", "劳动节", "端午", "中秋", "国庆");
    private static final List<String> WITHIN_FESTIVAL = List.of("节日", "节", "假期", "”");
    private static final List<String> RELATIVE = List.of(
            "本月底", "本月末", "本月内", "下月底", "下月初", "下月内", "下个月", "本周内", "下周", "年内完成", "年内全部", "年内实现", "上半年完成", "上半年前",
            "年中前", "年初前");
    private static final List<String> LIMITS = List.of("个月", "个工作日", "工作日", "个星期", "天", "日", "周");

    private UnclearTime() {}

    /** Whether a sentence holds one, whatever it says. */
    static boolean standsIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isFestival(text, at) || isRelative(text, at) || isPartOfMonth(text, at) || isQuarter(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence sets a time to be counted from a day that it does not name: 10日内, 15个工作日内, 3个月内. */
    static boolean isCountedIn(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = Numerals.endOfRun(text, at);
            int behind = end;
            boolean limit = end > at
                    && LIMITS.stream()
                            .filter(unit -> text.startsWith(unit, behind))
                            .anyMatch(unit -> isAny(List.of("内", "之内", "以内"), text, behind + unit.length()));
            if (limit) {
                return true;
            }
            at = Math.max(at + 1, end);
        }
        return false;
    }

    private static boolean isFestival(String text, int at) {
        for (String festival : FESTIVALS) {
            if (text.startsWith(festival, at)) {
                int end = at + festival.length();
                for (String more : WITHIN_FESTIVAL) {
                    end = text.startsWith(more, end) ? end + more.length() : end;
                }
                return isAny(List.of("前", "之前", "以前", "后", "之后", "以后"), text, end);
            }
        }
        return false;
    }

    private static boolean isRelative(String text, int at) {
        return "本下年上".indexOf(text.charAt(at)) >= 0 && isAny(RELATIVE, text, at);
    }

    /** 11月初, and 月底前 without a number; 3月初步 and 每月底前 are none. */
    private static boolean isPartOfMonth(String text, int at) {
        if (text.charAt(at) != '月') {
            return false;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean numbered = Numerals.digit(before) >= 0 || Numerals.isChinese(before);
        boolean begins = numbered
                && text.startsWith("初", at + 1)
                && (at + 2 == text.length() || "步审次期始评验稿".indexOf(text.charAt(at + 2)) < 0);
        boolean ends = !numbered && "每各个月本下".indexOf(before) < 0 && isAny(List.of("底前", "末前"), text, at + 1);
        return begins || ends;
    }

    /** 第四季度末前; 每季度末 comes back and is none. */
    private static boolean isQuarter(String text, int at) {
        return text.startsWith("季度", at)
                && isAny(List.of("末", "底", "前", "内"), text, at + 2)
                && !text.startsWith("每", at - 1)
                && !text.startsWith("每个", at - 2);
    }

    private static boolean isAny(List<String> words, String text, int at) {
        return words.stream().anyMatch(word -> text.startsWith(word, at));
    }
}
