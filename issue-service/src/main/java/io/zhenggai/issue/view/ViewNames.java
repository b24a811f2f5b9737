package io.zhenggai.issue.view;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All views of one person by their names, and what may be done beside them.
 *
 * @param all in any order
 */
record ViewNames(List<Named> all) {

    /** As many as anybody finds their way about in. */
    static final int MOST = 50;

    /** One of them. */
    record Named(UUID id, long version, String name) {}

    /** @throws Refusal 404 when there is none such of this person's */
    Named require(UUID id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(ViewNames::notFound);
    }

    static Refusal notFound() {
        return Refusal.notFound("常用查询", "saved view");
    }

    /** @throws Refusal 409 when one has that name, or there are as many as there may be */
    void requireRoomFor(String name) {
        if (all.stream().anyMatch(one -> one.name().equals(name))) {
            throw taken();
        }
        if (all.size() >= MOST) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "您已保存 " + MOST + " 个常用查询，请先删除不再使用的。",
                    "You keep " + MOST + " views already; remove one that you no longer use.");
        }
    }

    /** @throws Refusal 409 when another one has that name */
    void requireFree(String name, UUID of) {
        if (all.stream().anyMatch(one -> one.name().equals(name) && !one.id().equals(of))) {
            throw taken();
        }
    }

    private static Refusal taken() {
        return new Refusal(
                ProblemType.CONFLICT,
                new Words(
                        "您已有同名的常用查询，请修改原有的，或另取名称。",
                        "You keep a view of this name; change that one, or take another name."),
                List.of(Violation.of("name", "与您已有的常用查询重名", "another view of yours has it")),
                Map.of());
    }
}
