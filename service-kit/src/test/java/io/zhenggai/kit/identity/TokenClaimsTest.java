package io.zhenggai.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {

    private static final ClaimNames NAMES = names(Map.of());

    private final Map<String, Object> claims = new HashMap<>(Map.of(
            "sub", "person-1", "name", "张三", "region", "410100", "unit", "住建局", "scope", "issues:read  issues:write"));

    @Test
    void nameTheCaller() {
        Caller caller = TokenClaims.caller(Set.of("department", "offline_access"), NAMES, claims::get);

        assertThat(caller)
                .isEqualTo(new Caller(
                        "person-1",
                        "张三",
                        Role.DEPARTMENT,
                        "410100",
                        Optional.of("住建局"),
                        Set.of("issues:read", "issues:write")));
    }

    @Test
    void whatMayBeMissingIsEmpty() {
        claims.keySet().retainAll(Set.of("sub", "region"));

        Caller caller = TokenClaims.caller(Set.of("office"), NAMES, claims::get);

        assertThat(caller)
                .isEqualTo(new Caller("person-1", "person-1", Role.OFFICE, "410100", Optional.empty(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "region"})
    void whatMustNotBeMissingIsAskedFor(String name) {
        claims.remove(name);

        assertThatThrownBy(() -> TokenClaims.caller(Set.of("office"), NAMES, claims::get))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @ParameterizedTest
    @CsvSource({"sub,' '", "region,420100", "region,41010", "region,4101001", "region,'41010x'"})
    void whatIsNotOfItsFormIsRefused(String name, String value) {
        claims.put(name, value);

        assertThatThrownBy(() -> TokenClaims.caller(Set.of("office"), NAMES, claims::get))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void aBlankUnitIsNone() {
        claims.put("unit", " ");

        assertThat(TokenClaims.caller(Set.of("office"), NAMES, claims::get).unit())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"member-unit,省自然资源厅", "department,住建局", "system,complaints"})
    void whoBelongsToAUnitNamesIt(String role, String unit) {
        claims.put("region", "410000");
        claims.put("unit", unit);
        assertThat(TokenClaims.caller(Set.of(role), NAMES, claims::get).unit()).contains(unit);
        claims.put("unit", " ");
        assertThatThrownBy(() -> TokenClaims.caller(Set.of(role), NAMES, claims::get))
                .isInstanceOf(AuthenticationFailedException.class);
        claims.remove("unit");
        assertThatThrownBy(() -> TokenClaims.caller(Set.of(role), NAMES, claims::get))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @ParameterizedTest
    @CsvSource({"410000,complaints,true", "410100,complaints,false", "410000,住建局,false", "410000,Complaints,false"})
    void aMachineClientIsOneOfTheProvinceAndIsNotCalledLikeADepartment(String region, String unit, boolean good) {
        claims.put("region", region);
        claims.put("unit", unit);

        if (good) {
            assertThat(TokenClaims.caller(Set.of("system"), NAMES, claims::get).unit())
                    .contains(unit);
        } else {
            assertThatThrownBy(() -> TokenClaims.caller(Set.of("system"), NAMES, claims::get))
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    @Test
    void aMemberUnitIsOneOfTheProvince() {
        for (String unit : List.of("省自然资源厅", "河南省通信管理局")) {
            claims.put("unit", unit);
            assertThat(TokenClaims.caller(Set.of("member-unit"), NAMES, claims::get)
                            .unit())
                    .contains(unit);
        }
        for (String unit : List.of("住建局", "省", "郑州市省直机关", "河北省住建厅")) {
            claims.put("unit", unit);
            assertThatThrownBy(() -> TokenClaims.caller(Set.of("member-unit"), NAMES, claims::get))
                    .as(unit)
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    @Test
    void oneRoleOfThisSystemIsNeeded() {
        assertThatThrownBy(() -> TokenClaims.caller(Set.of("offline_access"), NAMES, claims::get))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> TokenClaims.caller(Set.of("office", "leader"), NAMES, claims::get))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void areCalledWhatTheProviderCallsThem() {
        ClaimNames names = names(Map.of(
                "zhenggai.claims.person", "oid",
                "zhenggai.claims.name", "display_name",
                "zhenggai.claims.region", "xzqh",
                "zhenggai.claims.unit", "department",
                "zhenggai.claims.scopes", "scp"));
        Map<String, Object> others = Map.of(
                "oid", "person-2", "display_name", "李四", "xzqh", "410200", "department", "城管局", "scp", "issues:sync");

        assertThat(TokenClaims.caller(Set.of("department"), names, others::get))
                .isEqualTo(new Caller(
                        "person-2", "李四", Role.DEPARTMENT, "410200", Optional.of("城管局"), Set.of("issues:sync")));
        assertThatThrownBy(() -> TokenClaims.caller(Set.of("department"), names, claims::get))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    private static ClaimNames names(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ClaimNames.class)
                .withSources(new PropertiesConfigSource(settings, "of the test", 500))
                .build()
                .getConfigMapping(ClaimNames.class);
    }
}
