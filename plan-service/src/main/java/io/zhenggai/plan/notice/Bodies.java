package io.zhenggai.plan.notice;

import java.util.ArrayList;
import java.util.List;

/** Names of offices and bodies as they stand in lists. */
final class Bodies {

    private static final List<String> ENDS =
            List.of("厅", "局", "委", "部", "办", "院", "办公室", "委员会", "政府", "领导小组", "中心", "公司", "专班", "指挥部");
    private static final int LONGEST = 60;

    private Bodies() {}

    /** @return whether a line is the name of a body and nothing else */
    static boolean isBody(String text) {
        return text.length() <= LONGEST
                && text.chars().noneMatch(c -> "，。；：,;:《》".indexOf(c) >= 0)
                && ENDS.stream().anyMatch(text::endsWith);
    }

    /** @return the entries of a list: commas and semicolons part them, 、 holds one entry together */
    static List<String> split(String list) {
        List<String> entries = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= list.length(); i++) {
            if (i == list.length() || "，,；;。".indexOf(list.charAt(i)) >= 0) {
                String entry = list.substring(begin, i).strip();
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
                begin = i + 1;
            }
        }
        return entries;
    }
}
