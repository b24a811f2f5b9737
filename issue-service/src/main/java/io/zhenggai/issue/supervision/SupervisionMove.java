package io.zhenggai.issue.supervision;

import java.util.Arrays;
import java.util.List;

/** What may be done with a supervision, and from where. */
enum SupervisionMove {
    REVISE("修改", SupervisionStatus.PROPOSED),
    SIGN("签发", SupervisionStatus.PROPOSED),
    DISMISS("不予采纳", SupervisionStatus.PROPOSED),
    REPLY("回复", SupervisionStatus.SIGNED),
    ACCEPT_REPLY("通过回复", SupervisionStatus.SIGNED),
    RETURN_REPLY("退回回复", SupervisionStatus.SIGNED);

    private final String chinese;
    private final SupervisionStatus from;

    SupervisionMove(String chinese, SupervisionStatus from) {
        this.chinese = chinese;
        this.from = from;
    }

    String chinese() {
        return chinese;
    }

    boolean isLegal(SupervisionStatus status) {
        return from == status;
    }

    static List<String> legal(SupervisionStatus status) {
        return Arrays.stream(values())
                .filter(move -> move.isLegal(status))
                .map(Enum::name)
                .toList();
    }
}
