package io.zhenggai.issue.delivery;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.identity.Role;
import java.util.Optional;
import java.util.Set;

/**
 * The machine client that delivered something: an issue that comes of it is its own, as if it had registered it.
 *
 * @param person the token's subject
 * @param unit the name of the machine client
 */
record Deliverer(String person, String name, String unit) {

    static Deliverer of(Caller caller) {
        return new Deliverer(caller.person(), caller.name(), caller.unit().orElseThrow());
    }

    /** @return who registers; it has none of its scopes any more, for nothing is asked of them */
    Caller asCaller() {
        return new Caller(person, name, Role.SYSTEM, RegionScope.PROVINCE_CODE, Optional.of(unit), Set.of());
    }
}
