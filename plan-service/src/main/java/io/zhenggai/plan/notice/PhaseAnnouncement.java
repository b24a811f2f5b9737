package io.zhenggai.plan.notice;

import io.zhenggai.plan.campaign.PhaseKind;
import io.zhenggai.plan.notice.text.Numerals;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sentence that says how many phases there are, and often how they are called: 分动员部署、自查整改、总结提升三个阶段进行;
 * 分为三个阶段：….
 *
 * @param names as many as phases, or none
 */
record PhaseAnnouncement(int count, List<String> names, Quote quote) {

    private static final int LONGEST_SENTENCE = 1_000;
    private static final int LONGEST_NAME = 16;

    static Optional<PhaseAnnouncement> find(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.text().contains("个阶段"))
                .flatMap(paragraph -> paragraph.all().sentences().stream())
                .filter(sentence -> sentence.end() - sentence.begin() <= LONGEST_SENTENCE)
                .flatMap(sentence -> in(sentence).stream())
                .findFirst();
    }

    private static Optional<PhaseAnnouncement> in(Span sentence) {
        String text = sentence.text();
        int word = text.indexOf("个阶段");
        int begin = text.lastIndexOf('分', Math.max(word, 0));
        if (word < 1 || begin < 0) {
            return Optional.empty();
        }
        OptionalInt count = text.charAt(word - 1) == '两' ? OptionalInt.of(2) : Numerals.read(text, word - 1, word);
        if (count.isEmpty() || count.getAsInt() < 2) {
            return Optional.empty();
        }
        int number = count.getAsInt();
        String before = text.substring(begin + 1, word - 1);
        String inFront = before.startsWith("为") || before.startsWith("成") ? before.substring(1) : before;
        List<String> names = names(inFront, number);
        if (names.isEmpty()) {
            names = names(behind(text, word + 3), number);
        }
        return Optional.of(new PhaseAnnouncement(number, names, Quote.of(sentence, sentence.begin() + begin)));
    }

    private static String behind(String text, int from) {
        int colon = text.indexOf('：', from);
        int end = colon < 0 ? -1 : firstOf(text, "。；，", colon + 1);
        return colon < 0 ? "" : text.substring(colon + 1, end);
    }

    private static int firstOf(String text, String signs, int from) {
        int at = from;
        while (at < text.length() && signs.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static List<String> names(String list, int count) {
        List<String> names = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= list.length(); i++) {
            if (i == list.length() || "、和及".indexOf(list.charAt(i)) >= 0) {
                names.add(list.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        boolean good = names.size() == count
                && names.stream().allMatch(name -> name.length() >= 2 && name.length() <= LONGEST_NAME);
        return good ? names : List.of();
    }

    /** @return the phases as far as they are announced: by name, without a day */
    List<ReadPhase> phases() {
        List<ReadPhase> phases = new ArrayList<>();
        for (String name : names) {
            Read<PhaseKind> kind = PhaseKinds.of(name, quote);
            phases.add(new ReadPhase(phases.size() + 1, Read.read(name, quote), kind, null, null, List.of()));
        }
        return phases;
    }
}
