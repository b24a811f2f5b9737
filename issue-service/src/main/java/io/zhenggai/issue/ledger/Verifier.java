package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Role;

/** Who verifies the close-out 验收. */
public enum Verifier {
    /** The province, after the city's first review. */
    PROVINCE,
    /** The city itself. */
    CITY;

    /** @return whoever assigns 谁交办、谁验收 */
    static Verifier assigning(Role role) {
        return role == Role.PROVINCE ? PROVINCE : CITY;
    }
}
