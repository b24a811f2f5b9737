package io.zhenggai.embedded.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who can log in to the local system, known by a name such as {@code office:410100:2}.
 *
 * @param account the name as typed; one name is one person
 * @param displayName in Chinese
 * @param role one of the roles of the system
 * @param region six-digit code; 410000 is the province
 * @param unit the unit of a department or a member unit, the name of a system, otherwise empty
 * @param scopes what a system may do; empty for people
 */
public record DemonstrationAccount(
        String account, String displayName, String role, String region, Optional<String> unit, List<String> scopes) {

    /**
     * Reads an account name: {@code province}, {@code leader}, {@code auditor} (both also with a city),
     * {@code member-unit:UNIT}, {@code office:CITY}, {@code indicator-lead:CITY:UNIT}, {@code county:COUNTY},
     * {@code department:REGION:UNIT}, {@code system:complaints}, {@code system:approval-platform}, {@code
     * system:statistics}, {@code system:operations}; behind all but systems {@code :2} to {@code :99} for further persons.
     *
     * @throws UnknownAccountException when there is no such account; its message says in one sentence why
     */
    public static DemonstrationAccount parse(String account) {
        return AccountName.parse(account).toAccount();
    }

    /** The claims that make this account in a token, beside those about the token itself. */
    public Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", account);
        claims.put("name", displayName);
        claims.put("roles", List.of(role));
        claims.put("region", region);
        unit.ifPresent(name -> claims.put("unit", name));
        if (!scopes.isEmpty()) {
            claims.put("scope", String.join(" ", scopes));
        }
        return claims;
    }
}
