package io.zhenggai.issue.ledger;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an issue stands. */
public enum IssueStatus {
    /** 已登记. */
    REGISTERED("已登记"),
    /** 已交办: whoever it was handed down to last has not acknowledged it yet. */
    ASSIGNED("已交办"),
    /** 已签收. */
    ACKNOWLEDGED("已签收"),
    /** 整改中. */
    IN_RECTIFICATION("整改中"),
    /** 申请销号. */
    CLOSE_OUT_REQUESTED("申请销号"),
    /** 初审通过: only where the level above verifies. */
    FIRST_REVIEWED("初审通过"),
    /** 已销号. */
    CLOSED("已销号"),
    /** 不予受理. */
    REJECTED("不予受理"),
    /** 已合并: another issue goes on in its place. */
    MERGED("已合并"),
    /** 长期坚持: reviewed stage by stage. */
    LONG_TERM("长期坚持");

    private static final Set<IssueStatus> OVER = EnumSet.of(CLOSED, REJECTED, MERGED);

    private static final Set<IssueStatus> TO_RECTIFY = EnumSet.of(ASSIGNED, ACKNOWLEDGED, IN_RECTIFICATION);

    private final String chinese;

    IssueStatus(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return whether nothing is owed of it any more */
    public boolean isOver() {
        return OVER.contains(this);
    }

    /** @return whether somebody has work to do by a date: the rectification, or the review of a stage */
    boolean owesWork() {
        return this == LONG_TERM || TO_RECTIFY.contains(this);
    }

    /** @return whether it is the same work, the rectification or the review of a stage; false where none is owed */
    boolean owesTheSameAs(IssueStatus other) {
        return this == LONG_TERM ? other == LONG_TERM : TO_RECTIFY.contains(this) && TO_RECTIFY.contains(other);
    }

    /** @return those of which something is still owed */
    static Set<IssueStatus> open() {
        return Arrays.stream(values())
                .filter(status -> !status.isOver())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(() -> EnumSet.noneOf(IssueStatus.class)),
                        Collections::unmodifiableSet));
    }
}
