package io.zhenggai.issue.intake;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal as it is stored, to be told later. */
record ImportRefusal(ProblemType type, String zh, String en, List<Broken> violations) {

    /** One rule that is broken. */
    record Broken(String field, @Nullable Integer row, String zh, String en) {}

    static ImportRefusal of(Refusal refusal) {
        return new ImportRefusal(
                refusal.type(),
                refusal.detail().zh(),
                refusal.detail().en(),
                refusal.violations().stream()
                        .map(broken -> new Broken(
                                broken.field(),
                                broken.row().orElse(null),
                                broken.message().zh(),
                                broken.message().en()))
                        .toList());
    }

    Refusal refusal() {
        return new Refusal(
                type,
                new Words(zh, en),
                violations.stream()
                        .map(broken -> new Violation(
                                broken.field(), Optional.ofNullable(broken.row()), new Words(broken.zh(), broken.en())))
                        .toList(),
                Map.of());
    }
}
