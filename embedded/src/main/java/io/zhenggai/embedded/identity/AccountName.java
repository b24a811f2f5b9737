package io.zhenggai.embedded.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An account name taken apart: role, what follows it, and the number of the person. */
record AccountName(String account, String role, List<String> rest, int person) {

    private static final Pattern PERSON = Pattern.compile("[0-9]{1,2}");
    private static final Pattern UNIT = Pattern.compile("\\p{IsHan}{2,30}");
    private static final String PROVINCE = "410000";
    private static final String ROLES =
            "province, member-unit, office, indicator-lead, county, department, leader, auditor, system";

    AccountName {
        rest = List.copyOf(rest);
    }

    static AccountName parse(String account) {
        List<String> parts = new ArrayList<>(Arrays.asList(account.split(":", -1)));
        String role = parts.remove(0);
        int person = 1;
        if (!parts.isEmpty() && PERSON.matcher(parts.get(parts.size() - 1)).matches()) {
            String number = parts.remove(parts.size() - 1);
            person = Integer.parseInt(number);
            if (person < 2 || number.startsWith("0")) {
                throw new UnknownAccountException(account, "further persons are numbered from 2 to 99");
            }
        }
        return new AccountName(account, role, parts, person);
    }

    DemonstrationAccount toAccount() {
        return switch (role) {
            case "province" -> {
                requireParts(0, "province");
                yield person("省工改办经办人", PROVINCE, Optional.empty());
            }
            case "member-unit" -> {
                requireParts(1, "member-unit:省自然资源厅");
                String unit = unit(0);
                if (!unit.startsWith("省") && !unit.startsWith("河南省")) {
                    throw new UnknownAccountException(account, "a unit of the province is named so, such as 省自然资源厅");
                }
                yield person(unit + "经办人", PROVINCE, Optional.of(unit));
            }
            case "office" -> {
                requireParts(1, "office:410100");
                Region city = region(EnumSet.of(Region.Level.CITY), "a city");
                yield person(city.name() + "工改办经办人", city.code(), Optional.empty());
            }
            case "indicator-lead" -> {
                requireParts(2, "indicator-lead:410100:发改委");
                Region city = region(EnumSet.of(Region.Level.CITY), "a city");
                yield person(city.name() + unit(1) + "经办人", city.code(), Optional.of(unit(1)));
            }
            case "county" -> {
                requireParts(1, "county:410181");
                Region county = region(EnumSet.of(Region.Level.COUNTY, Region.Level.ZONE), "a county or zone");
                yield person(county.name() + "经办人", county.code(), Optional.empty());
            }
            case "department" -> {
                requireParts(2, "department:410100:住建局");
                Region region = region(
                        EnumSet.of(Region.Level.CITY, Region.Level.COUNTY, Region.Level.ZONE),
                        "a city, county or zone");
                yield person(region.name() + unit(1) + "经办人", region.code(), Optional.of(unit(1)));
            }
            case "leader" -> onlooker("分管领导");
            case "auditor" -> onlooker("督查人员");
            case "system" -> system();
            default -> throw new UnknownAccountException(account, "the roles are " + ROLES);
        };
    }

    private DemonstrationAccount onlooker(String title) {
        if (rest.isEmpty()) {
            return person("河南省" + title, PROVINCE, Optional.empty());
        }
        requireParts(1, role + " or " + role + ":410100");
        Region region = region(EnumSet.allOf(Region.Level.class), "a region");
        return person(region.name() + title, region.code(), Optional.empty());
    }

    private DemonstrationAccount system() {
        requireParts(1, "system:complaints");
        if (person != 1) {
            throw new UnknownAccountException(account, "a system has no further persons");
        }
        String name = rest.get(0);
        String displayName =
                switch (name) {
                    case "complaints" -> "建议和投诉平台";
                    case "approval-platform" -> "工程建设项目审批管理系统";
                    case "statistics" -> "统计平台";
                    case "operations" -> "系统运维";
                    default ->
                        throw new UnknownAccountException(
                                account, "the systems are complaints, approval-platform, statistics and operations");
                };
        List<String> scopes =
                switch (name) {
                    case "complaints" ->
                        List.of("issues:read", "issues:write", "source:MINI_PROGRAM", "source:PUBLIC_PAIN_POINT");
                    case "approval-platform" -> List.of("issues:read", "issues:write", "source:SYSTEM_SCORECARD");
                    case "statistics" -> List.of("issues:read", "issues:sync");
                    default -> List.of("events:operate");
                };
        return new DemonstrationAccount(account, displayName, role, PROVINCE, Optional.of(name), scopes);
    }

    private DemonstrationAccount person(String title, String region, Optional<String> unit) {
        return new DemonstrationAccount(account, title + ChineseNumeral.of(person), role, region, unit, List.of());
    }

    private void requireParts(int count, String example) {
        if (rest.size() != count) {
            throw new UnknownAccountException(account, "an account of this role looks like " + example);
        }
    }

    private Region region(Set<Region.Level> levels, String expected) {
        String code = rest.get(0);
        return Regions.find(code)
                .filter(region -> levels.contains(region.level()))
                .orElseThrow(() -> new UnknownAccountException(
                        account, "\"" + code + "\" is not the code of " + expected + " in Henan"));
    }

    private String unit(int index) {
        String unit = rest.get(index);
        if (!UNIT.matcher(unit).matches()) {
            throw new UnknownAccountException(account, "a unit is 2 to 30 Chinese characters, such as 住建局");
        }
        return unit;
    }
}
