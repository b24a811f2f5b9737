package io.zhenggai.issue.testsupport;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import java.util.Optional;
import java.util.Set;

/** People of the offices, as their tokens say. */
public final class Callers {

    public static final Caller PROVINCE = person("province", Role.PROVINCE, "410000");
    public static final Caller PROVINCE_2 = person("province:2", Role.PROVINCE, "410000");
    public static final Caller ZHENGZHOU = person("office:410100", Role.OFFICE, "410100");
    public static final Caller ZHENGZHOU_2 = person("office:410100:2", Role.OFFICE, "410100");
    public static final Caller ZHENGZHOU_3 = person("office:410100:3", Role.OFFICE, "410100");
    public static final Caller KAIFENG = person("office:410200", Role.OFFICE, "410200");
    public static final Caller GONGYI = person("county:410181", Role.COUNTY, "410181");
    public static final Caller ZHENGZHOU_HOUSING = department("410100", "住建局");

    private Callers() {}

    /** @return somebody of a department of a city */
    public static Caller department(String city, String unit) {
        return new Caller(
                "department:" + city + ":" + unit, unit + "经办人", Role.DEPARTMENT, city, Optional.of(unit), Set.of());
    }

    /** @return somebody of Zhengzhou's office, which one of the city's departments hosts */
    public static Caller hostedBy(String unit) {
        return new Caller("office:410100:9", "郑州市工改办经办人九", Role.OFFICE, "410100", Optional.of(unit), Set.of());
    }

    /** @return the same human being in another role */
    public static Caller inRole(Caller person, Role role) {
        return new Caller(person.person(), person.name(), role, person.region(), person.unit(), Set.of());
    }

    private static Caller person(String subject, Role role, String region) {
        return new Caller(subject, subject + "经办人", role, region, Optional.empty(), Set.of());
    }
}
