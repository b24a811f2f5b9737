package io.zhenggai.embedded.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemonstrationAccountTest {

    @ParameterizedTest
    @CsvSource({
        "province, 省工改办经办人一, province, 410000",
        "province:2, 省工改办经办人二, province, 410000",
        "office:410100, 郑州市工改办经办人一, office, 410100",
        "office:410100:2, 郑州市工改办经办人二, office, 410100",
        "office:419001:99, 济源示范区工改办经办人九十九, office, 419001",
        "county:410181, 巩义市经办人一, county, 410181",
        "county:410172:10, 郑州高新技术产业开发区经办人十, county, 410172",
        "department:410100:住建局, 郑州市住建局经办人一, department, 410100",
        "department:410100:住建局:2, 郑州市住建局经办人二, department, 410100",
        "indicator-lead:410300:发改委:21, 洛阳市发改委经办人二十一, indicator-lead, 410300",
        "member-unit:省自然资源厅, 省自然资源厅经办人一, member-unit, 410000",
        "leader, 河南省分管领导一, leader, 410000",
        "leader:410100, 郑州市分管领导一, leader, 410100",
        "auditor:3, 河南省督查人员三, auditor, 410000",
        "system:complaints, 建议和投诉平台, system, 410000",
        "system:statistics, 统计平台, system, 410000",
        "system:operations, 系统运维, system, 410000",
    })
    void readsRoleRegionAndNameFromTheAccount(String account, String name, String role, String region) {
        DemonstrationAccount parsed = DemonstrationAccount.parse(account);

        assertThat(parsed.account()).isEqualTo(account);
        assertThat(parsed.displayName()).isEqualTo(name);
        assertThat(parsed.role()).isEqualTo(role);
        assertThat(parsed.region()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
        "office:410181, \"410181\" is not the code of a city in Henan",
        "office:999999, \"999999\" is not the code of a city in Henan",
        "office:, \"\" is not the code of a city in Henan",
        "county:410100, \"410100\" is not the code of a county or zone in Henan",
        "office, an account of this role looks like office:410100",
        "department:410100, an account of this role looks like department:410100:住建局",
        "department:410000:住建局, \"410000\" is not the code of a city",
        "member-unit:住建局, a unit of the province is named so",
        "department:410100:x, a unit is 2 to 30 Chinese characters",
        "province:1, further persons are numbered from 2 to 99",
        "province:02, further persons are numbered from 2 to 99",
        "system:complaints:2, a system has no further persons",
        "system:weather, the systems are complaints",
        "mayor, the roles are province",
        "Province, the roles are province",
    })
    void refusesWhatIsNoAccountAndSaysWhy(String account, String reason) {
        assertThatThrownBy(() -> DemonstrationAccount.parse(account))
                .isInstanceOf(UnknownAccountException.class)
                .hasMessageStartingWith("There is no account \"" + account + "\": ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesTheHundredthPerson() {
        assertThatThrownBy(() -> DemonstrationAccount.parse("province:100"))
                .isInstanceOf(UnknownAccountException.class);
    }

    @Test
    void claimsNameTheUnitOfADepartmentAndNoScope() {
        assertThat(DemonstrationAccount.parse("department:410100:住建局:2").claims())
                .isEqualTo(Map.of(
                        "sub", "department:410100:住建局:2",
                        "name", "郑州市住建局经办人二",
                        "roles", List.of("department"),
                        "region", "410100",
                        "unit", "住建局"));
    }

    @Test
    void claimsOfASystemNameItAndItsScopes() {
        assertThat(DemonstrationAccount.parse("system:operations").claims()).containsEntry("scope", "events:operate");
        assertThat(DemonstrationAccount.parse("system:approval-platform").claims())
                .isEqualTo(Map.of(
                        "sub", "system:approval-platform",
                        "name", "工程建设项目审批管理系统",
                        "roles", List.of("system"),
                        "region", "410000",
                        "unit", "approval-platform",
                        "scope", "issues:read issues:write source:SYSTEM_SCORECARD"));
    }
}
