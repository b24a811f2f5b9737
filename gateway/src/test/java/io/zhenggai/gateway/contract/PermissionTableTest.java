package io.zhenggai.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PermissionTableTest {

    @Test
    void marksWhoMayCallAnOperationWithinTheirScope() {
        assertThat(table("x-roles: [province, office], x-scope: caller"))
                .contains("| `GET /api/v1/board` | 进度表 | ● |  | ● |  |  |  |  |  |  |");
    }

    @Test
    void marksOtherwiseWhatIsTheWholeProvinces() {
        assertThat(table("x-roles: [auditor], x-scope: province"))
                .contains("| `GET /api/v1/board` | 进度表 |  |  |  |  |  |  |  | ○ |  |");
    }

    @Test
    void namesTheScopeThatAMachineClientNeeds() {
        assertThat(table("x-roles: [province, system], x-scope: caller, x-machine-scope: 'issues:read'"))
                .contains("| `GET /api/v1/board` | 进度表 | ● |  |  |  |  |  |  |  | ● `issues:read` |");
    }

    @Test
    void refusesAnOperationThatNobodyMayCall() {
        assertThatThrownBy(() -> table("x-roles: [], x-scope: caller"))
                .isInstanceOf(ContractException.class)
                .hasMessage("GET /api/v1/board may be called by nobody that it names");
    }

    @Test
    void refusesARoleThatIsNone() {
        assertThatThrownBy(() -> table("x-roles: [province, clerk], x-scope: caller"))
                .isInstanceOf(ContractException.class)
                .hasMessage("GET /api/v1/board may be called by roles that are none: [clerk]");
    }

    @Test
    void refusesAnOperationWithoutScope() {
        assertThatThrownBy(() -> table("x-roles: [province]"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("does not say within what scope");
    }

    private static String table(String permissions) {
        return PermissionTable.of("paths: {/api/v1/board: {get: {summary: 进度表, responses: {}, " + permissions + "}}}");
    }
}
