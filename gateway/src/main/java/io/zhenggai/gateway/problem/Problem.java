package io.zhenggai.gateway.problem;

/**
 * One refusal.
 *
 * @param type its kind
 * @param status the HTTP status, as a rule the kind's own
 * @param detail what is wrong in this case, one sentence
 */
public record Problem(ProblemType type, int status, Words detail) {

    /** @return a refusal with the status of its kind */
    public static Problem of(ProblemType type, String zh, String en) {
        return new Problem(type, type.status(), new Words(zh, en));
    }

    /** @return a refusal with the status of its kind and a text that is filled in */
    public static Problem of(ProblemType type, Words detail) {
        return new Problem(type, type.status(), detail);
    }

    /** @return the same kind in general terms, for a status that somebody else decided on */
    public static Problem ofStatus(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return new Problem(
                type,
                status,
                status < 500
                        ? new Words("请求未被接受，请核对后重试。", "The request was refused; check it and try again.")
                        : new Words(
                                "系统处理时出错，请稍后重试；如仍有问题，请将 traceId 告知管理员。",
                                "Something failed here; try again later, and if it stays, tell the operators the traceId."));
    }
}
