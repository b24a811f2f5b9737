package io.zhenggai.plan.testsupport;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import java.util.Optional;
import java.util.Set;

/** Callers for tests that do not go through HTTP. */
public final class Callers {

    /** Somebody of the provincial office. */
    public static final Caller PROVINCE = person("province", Role.PROVINCE, "410000");

    /** Another person of the provincial office. */
    public static final Caller REVIEWER = person("province:2", Role.PROVINCE, "410000");

    private Callers() {}

    /** Somebody of a regional office. */
    public static Caller office(String region) {
        return person("office:" + region, Role.OFFICE, region);
    }

    private static Caller person(String id, Role role, String region) {
        return new Caller(id, "张三", role, region, Optional.empty(), Set.of());
    }
}
