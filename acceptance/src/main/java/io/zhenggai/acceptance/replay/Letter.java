package io.zhenggai.acceptance.replay;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as it was received.
 *
 * @param at the moment of the campaign at which it came
 * @param to one address of the envelope
 */
record Letter(Moment at, String to, String messageId, String subject, String text) {

    private static final Pattern ITEM = Pattern.compile("\\d+\\. (.*，截止日期[^，]*)，.*。");

    /** The parts of a mail, each with the words by which its heading is known. */
    enum Part {
        OWN("贵单位有以下事项尚未办结"),
        ALSO("另有以下事项临近截止或已经逾期"),
        STAND_IN("无法直接送达，请代为转告"),
        COPY("现抄送知悉"),
        SLIP("建议印发督办单"),
        CIRCULAR("建议予以通报");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** @return what the mail names in each part, up to the date of the deadline */
    Map<Part, Set<String>> named() {
        Map<Part, Set<String>> named = new TreeMap<>();
        Part current = Part.OWN;
        for (String line : text.split("\n")) {
            for (Part part : Part.values()) {
                if (line.contains(part.words)) {
                    current = part;
                }
            }
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                named.computeIfAbsent(current, key -> new TreeSet<>()).add(item.group(1));
            }
        }
        return named;
    }
}
