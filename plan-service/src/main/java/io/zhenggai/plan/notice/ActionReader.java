package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.ReadDemand.OwedBy;
import io.zhenggai.plan.notice.text.Span;
import io.zhenggai.plan.obligation.ObligationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads from one sentence what is to be done. No day stands with it: that it is owed by the end of its phase is implied, so each
 * is PROPOSED. What is only encouraged is not owed.
 */
final class ActionReader {

    private static final List<ObligationCode> ACTIONS = List.of(
            ObligationCode.PROMOTION_MEETING,
            ObligationCode.TARGETED_TRAINING,
            ObligationCode.EXPERIENCE_EXCHANGE,
            ObligationCode.EXPERT_LECTURE,
            ObligationCode.SPECIAL_TRAINING);
    private static final List<String> ENCOURAGING = List.of("鼓励", "有条件", "可以", "可结合");

    private ActionReader() {}

    static List<ReadDemand> read(Span sentence) {
        String text = sentence.text();
        List<ReadDemand> demands = new ArrayList<>();
        for (ObligationCode code : ACTIONS) {
            find(code, text).ifPresent(place -> {
                Quote quote = Quote.of(sentence, sentence.begin() + place);
                demands.add(new ReadDemand(
                        code,
                        code.kind(),
                        code.chinese(),
                        owedBy(code),
                        null,
                        Mark.PROPOSED,
                        quote.line(),
                        quote.sentence()));
            });
        }
        return demands;
    }

    /** Where the sentence tells those who owe this kind of thing to do it. */
    private static Optional<Integer> find(ObligationCode code, String text) {
        int place = code == ObligationCode.EXPERT_LECTURE ? expertLecture(text) : text.indexOf(code.chinese());
        if (place < 0 || isEncouraged(text, place)) {
            return Optional.empty();
        }
        // Whoever is not named is taken to be who always owes it; somebody else does not owe it.
        boolean others = Subject.at(text, place)
                .filter(subject -> subject != owedBy(code))
                .isPresent();
        return others ? Optional.empty() : Optional.of(place);
    }

    private static OwedBy owedBy(ObligationCode code) {
        return code.debtor() == ObligationCode.Debtor.EACH_OFFICE ? OwedBy.OFFICES : OwedBy.PROVINCE;
    }

    /** 专家 … 授课 in one part of the sentence. */
    private static int expertLecture(String text) {
        int lecture = text.indexOf("授课");
        return lecture >= 0 && part(text, lecture).contains("专家") ? lecture : -1;
    }

    private static boolean isEncouraged(String text, int place) {
        String part = part(text, place);
        return ENCOURAGING.stream().anyMatch(part::contains);
    }

    private static String part(String text, int place) {
        int begin = place;
        while (begin > 0 && "，；。".indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        return text.substring(begin, place);
    }
}
