package io.zhenggai.kit.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Why one of several things that were asked for at once was refused, in the form of a problem (RFC 9457).
 *
 * @param type the kind
 * @param status what the single request would have been answered with
 * @param detail what is wrong in this case
 * @param violations the rules broken, field by field, such as {@code items[3].deadline}
 * @param legalMoves what the state of the thing allows; empty where its state is not the reason
 */
public record ItemProblem(
        URI type, String title, int status, String detail, List<WrittenViolation> violations, List<String> legalMoves) {

    /** Keeps its own copies. */
    public ItemProblem {
        violations = List.copyOf(violations);
        legalMoves = List.copyOf(legalMoves);
    }

    /** @return the refusal in one of our two languages, its fields as they are */
    public static ItemProblem of(Refusal refusal, Locale locale) {
        return of(refusal, refusal.violations(), locale);
    }

    /**
     * @param index the item's place in the request's {@code items}, from 0
     * @return the refusal in one of our two languages, its fields by their paths in the whole request
     */
    public static ItemProblem of(Refusal refusal, int index, Locale locale) {
        String item = "items[" + index + "]";
        List<Violation> violations = refusal.violations().stream()
                .map(one -> new Violation(
                        one.field().isEmpty() ? item : item + "." + one.field(), one.row(), one.message()))
                .toList();
        return of(refusal, violations, locale);
    }

    private static ItemProblem of(Refusal refusal, List<Violation> violations, Locale locale) {
        return new ItemProblem(
                refusal.type().uri(),
                refusal.type().title().in(locale),
                refusal.type().status(),
                refusal.detail().in(locale),
                WrittenViolation.of(violations, locale),
                legalMoves(refusal));
    }

    private static List<String> legalMoves(Refusal refusal) {
        Object moves = refusal.members().getOrDefault(Refusal.LEGAL_MOVES, List.of());
        return ((List<?>) moves).stream().map(String::valueOf).toList();
    }
}
