package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Role;

/** Who verifies the close-out 验收. */
public enum Verifier {
    /** The province, after the city's first review. */
    PROVINCE("省级"),
    /** The city itself. */
    CITY("市级");

    private final String chinese;

    Verifier(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return whoever assigns 谁交办、谁验收 */
    static Verifier assigning(Role role) {
        return role == Role.PROVINCE ? PROVINCE : CITY;
    }
}
