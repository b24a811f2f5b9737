package io.zhenggai.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionScopeTest {

    @Test
    void theProvinceCoversEverything() {
        assertThat(scope(Role.PROVINCE, "410000").covers("410100", "410181")).isTrue();
    }

    @Test
    void anOfficeCoversItsCityWithCountiesAndNothingElse() {
        RegionScope scope = scope(Role.OFFICE, "410100");

        assertThat(scope.covers("410100", "410100")).isTrue();
        assertThat(scope.covers("410100", "410181")).isTrue();
        assertThat(scope.covers("410200", "410200")).isFalse();
    }

    @Test
    void aCountyCoversItselfOnly() {
        RegionScope scope = scope(Role.COUNTY, "410181");

        assertThat(scope.covers("410100", "410181")).isTrue();
        assertThat(scope.covers("410100", "410100")).isFalse();
        assertThat(scope.covers("410100", "410182")).isFalse();
    }

    @Test
    void jiyuanIsACityOfItsOwn() {
        RegionScope scope = scope(Role.OFFICE, "419001");

        assertThat(scope.covers("419001", "419001")).isTrue();
        assertThat(scope.covers("419000", "419002")).isFalse();
    }

    @Test
    void aLeaderCoversTheProvinceOrHisCity() {
        assertThat(scope(Role.LEADER, "410000").covers("411700", "411700")).isTrue();
        assertThat(scope(Role.LEADER, "410100").covers("411700", "411700")).isFalse();
        assertThat(scope(Role.AUDITOR, "410100").covers("410100", "410181")).isTrue();
    }

    @Test
    void aDepartmentIsNarrowedToItsUnit() {
        assertThat(scope(Role.DEPARTMENT, "410100").unit()).contains("住建局");
        assertThat(scope(Role.OFFICE, "410100").unit()).isEmpty();
    }

    @Test
    void whoBelongsToACountyCoversThatCountyOnly() {
        for (Role role : List.of(Role.LEADER, Role.AUDITOR, Role.DEPARTMENT)) {
            RegionScope scope = scope(role, "410181");

            assertThat(scope.covers("410100", "410181")).as(role.name()).isTrue();
            assertThat(scope.covers("410100", "410100")).as(role.name()).isFalse();
            assertThat(scope.covers("410100", "410182")).as(role.name()).isFalse();
        }
        assertThat(scope(Role.DEPARTMENT, "419001").covers("419001", "419001")).isTrue();
    }

    @Test
    void whoBelongsToAUnitHasNoScopeWithoutItsName() {
        for (Role role : List.of(Role.MEMBER_UNIT, Role.DEPARTMENT, Role.SYSTEM)) {
            assertThatThrownBy(() -> scope(role, "410100", Optional.empty()))
                    .as(role.name())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static RegionScope scope(Role role, String region) {
        return scope(role, region, role == Role.DEPARTMENT ? Optional.of("住建局") : Optional.empty());
    }

    private static RegionScope scope(Role role, String region, Optional<String> unit) {
        return new Caller("somebody", "某人", role, region, unit, Set.of()).scope();
    }
}
