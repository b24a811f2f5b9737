package io.zhenggai.kit.problem;

import java.util.List;
import java.util.Map;

/** A command or question that is refused, with the reason in words; nothing of it was stored. */
public class Refusal extends RuntimeException {

    static final String LEGAL_MOVES = "legalMoves";

    private final transient ProblemType type;
    private final transient Words detail;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;

    /**
     * @param type the kind
     * @param detail what is wrong in this case, one sentence
     * @param violations the rules broken, field by field; may be empty
     * @param members further members of the answer, such as the legal moves; may be empty
     */
    public Refusal(ProblemType type, Words detail, List<Violation> violations, Map<String, Object> members) {
        super(detail.en());
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.members = Map.copyOf(members);
    }

    /** A refusal without fields or further members. */
    public Refusal(ProblemType type, String zh, String en) {
        this(type, new Words(zh, en), List.of(), Map.of());
    }

    /** A refusal of which nothing more is to be said than its kind advises. */
    public Refusal(ProblemType type) {
        this(type, type.advice(), List.of(), Map.of());
    }

    /** @return 404 with one sentence; also for another region's thing */
    public static Refusal notFound(String zhThing, String enThing) {
        return new Refusal(ProblemType.NOT_FOUND, "未找到该" + zhThing + "。", "There is no such " + enThing + ".");
    }

    /** @return 400 for one field */
    public static Refusal invalid(String field, String zh, String en) {
        return invalid(List.of(Violation.of(field, zh, en)));
    }

    /** @return 400 for several fields */
    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(
                ProblemType.INVALID_REQUEST,
                new Words("请求内容有误，请按提示修改。", "The request breaks the rules named in violations."),
                violations,
                Map.of());
    }

    /** @return 422 for one field: well-formed, but breaks a rule of the domain */
    public static Refusal unprocessable(String field, String zh, String en) {
        return unprocessable(List.of(Violation.of(field, zh, en)));
    }

    /** @return 422 for several fields */
    public static Refusal unprocessable(List<Violation> violations) {
        return new Refusal(
                ProblemType.UNPROCESSABLE,
                new Words("请求内容不符合业务规则，请按提示修改。", "The content breaks the rules named in violations."),
                violations,
                Map.of());
    }

    /**
     * @param from the present state
     * @param legal the moves that are legal from there, in the order to show
     * @return 409 that names the legal moves in member {@code legalMoves}
     */
    public static Refusal illegalTransition(String zh, String en, Enum<?> from, List<String> legal) {
        return new Refusal(
                ProblemType.ILLEGAL_TRANSITION,
                new Words(zh, en),
                List.of(),
                Map.of("currentStatus", from.name(), LEGAL_MOVES, List.copyOf(legal)));
    }

    /** @return the kind */
    public ProblemType type() {
        return type;
    }

    /** @return what is wrong in this case */
    public Words detail() {
        return detail;
    }

    /** @return the rules broken */
    public List<Violation> violations() {
        return violations;
    }

    /** @return further members of the answer */
    public Map<String, Object> members() {
        return members;
    }
}
