package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Role;

/** At which level something about an issue is decided: who assigned it, who verifies it, who grants a request. */
public enum Level {
    /** The province; of a close-out after the city's first review. */
    PROVINCE("省级", Role.PROVINCE),
    /** The city itself. */
    CITY("市级", Role.OFFICE);

    private final String chinese;
    private final Role role;

    Level(String chinese, Role role) {
        this.chinese = chinese;
        this.role = role;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return who decides at this level */
    Role role() {
        return role;
    }

    /** @return whoever assigns 谁交办、谁验收 */
    static Level assigning(Role role) {
        return role == Role.PROVINCE ? PROVINCE : CITY;
    }
}
