package io.zhenggai.kit.identity;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, by a token that was checked.
 *
 * @param person the token's subject: one human being or one machine client; who verifies is compared by it
 * @param name the name as the person signs, in Chinese
 * @param role what the person may do
 * @param region six-digit code: 410000 for the province, the city's for an office or department, its own for a county or zone
 * @param unit the department, such as 住建局, or the name of a machine client
 * @param permissions the scopes of a machine client, such as {@code issues:write}; empty for people
 */
public record Caller(
        String person, String name, Role role, String region, Optional<String> unit, Set<String> permissions) {

    /** Keeps its own copy of the permissions. */
    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** @throws Refusal 403 without that scope */
    public void requirePermission(String scope) {
        if (!permissions.contains(scope)) {
            throw new Refusal(ProblemType.FORBIDDEN, "此操作需要 " + scope + " 权限。", "This takes the scope " + scope + ".");
        }
    }

    /** @return the part of the province that this caller may see */
    public RegionScope scope() {
        return RegionScope.of(this);
    }
}
