package io.zhenggai.acceptance.compose;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.embedded.identity.DemonstrationAccount;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm that the provider in containers imports knows the same accounts, with the same claims, as the local system's. */
@Order(31)
class RealmTest {

    private static final Set<String> ROLES = Set.of(
            "province",
            "member-unit",
            "office",
            "indicator-lead",
            "county",
            "department",
            "leader",
            "auditor",
            "system");

    private static final JsonNode REALM = read();

    @Test
    void isTheOneThatTheServicesAreConfiguredWith() {
        Map<String, String> gateway = ComposeFile.read().environment("gateway");
        String path = "/realms/" + REALM.path("realm").asText();

        assertThat(gateway.get("QUARKUS_OIDC_AUTH_SERVER_URL")).isEqualTo("http://identity:8080" + path);
        assertThat(gateway.get("QUARKUS_OIDC_TOKEN_ISSUER")).isEqualTo("http://127.0.0.1:8090" + path);
        assertThat(gateway.get("ZHENGGAI_GATEWAY_LOGIN_TOKEN_URL")).startsWith("http://127.0.0.1:8090" + path);
        assertThat(REALM.path("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
    }

    @Test
    void knowsEveryRole() {
        assertThat(elements(REALM.at("/roles/realm"))
                        .map(role -> role.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(ROLES);
    }

    @Test
    void theSwaggerUiMaySignIn() {
        JsonNode client = elements(REALM.path("clients"))
                .filter(each -> each.path("clientId").asText().equals("zhenggai-swagger-ui"))
                .findFirst()
                .orElseThrow();

        assertThat(ComposeFile.file("gateway/src/main/resources/application.properties"))
                .contains("oauth-client-id=" + client.path("clientId").asText());
        assertThat(client.path("publicClient").asBoolean()).isTrue();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    }

    @Test
    void everyClientWritesTheClaimsThatTheServicesRead() {
        assertThat(REALM.path("clients")).isNotEmpty().allSatisfy(client -> {
            Set<String> claims = elements(client.path("protocolMappers"))
                    .map(mapper -> mapper.at("/config/claim.name").asText())
                    .collect(toSet());
            Set<String> audiences = elements(client.path("protocolMappers"))
                    .map(mapper -> mapper.at("/config/included.custom.audience").asText())
                    .collect(toSet());
            assertThat(claims).contains("sub", "name", "roles", "region", "unit");
            assertThat(audiences).contains("zhenggai");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"system:complaints", "system:approval-platform", "system:statistics", "system:operations"})
    void everyMachineClientHasTheClaimsThatItHasInTheLocalSystem(String name) {
        DemonstrationAccount account = DemonstrationAccount.parse(name);
        JsonNode client = elements(REALM.path("clients"))
                .filter(each -> each.path("clientId").asText().equals(name))
                .findFirst()
                .orElseThrow();

        Map<String, String> written = elements(client.path("protocolMappers"))
                .filter(mapper -> mapper.path("protocolMapper").asText().equals("oidc-hardcoded-claim-mapper"))
                .collect(toMap(
                        mapper -> mapper.at("/config/claim.name").asText(),
                        mapper -> mapper.at("/config/claim.value").asText()));
        assertThat(written)
                .isEqualTo(Map.of(
                        "sub",
                        name,
                        "name",
                        account.displayName(),
                        "roles",
                        "[\"system\"]",
                        "region",
                        account.region(),
                        "unit",
                        account.unit().orElseThrow(),
                        ComposeFile.read().environment("issue-service").get("ZHENGGAI_CLAIMS_SCOPES"),
                        String.join(" ", account.scopes())));
        assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(client.path("publicClient").asBoolean(true)).isFalse();
        assertThat(client.path("secret").asText()).matches("\\$\\{[A-Z_]+_CLIENT_SECRET}");
    }

    @Test
    void everyOfficeHasTwoPersonsAndEveryRoleAnAccount() {
        Set<String> accounts =
                users().map(user -> user.path("username").asText()).collect(toSet());
        Set<String> roles = users().flatMap(
                        user -> elements(user.path("realmRoles")).map(JsonNode::asText))
                .collect(toSet());

        assertThat(accounts.stream().filter(account -> account.matches("office:\\d{6}")))
                .hasSize(18)
                .allSatisfy(account -> assertThat(accounts).contains(account + ":2"));
        assertThat(accounts)
                .contains("province", "province:2", "county:410181", "department:410100:住建局", "leader", "auditor");
        assertThat(roles).isSubsetOf(ROLES);
    }

    @ParameterizedTest
    @MethodSource("users")
    void isTheSamePersonAsInTheLocalSystem(JsonNode user) {
        DemonstrationAccount account =
                DemonstrationAccount.parse(user.path("username").asText());

        assertThat(user.path("enabled").asBoolean()).isTrue();
        assertThat(user.path("firstName").asText()).isEqualTo(account.displayName());
        assertThat(user.at("/attributes/region/0").asText()).isEqualTo(account.region());
        assertThat(user.at("/attributes/unit/0").asText())
                .isEqualTo(account.unit().orElse(""));
        assertThat(elements(user.path("realmRoles")).map(JsonNode::asText)).containsExactly(account.role());
        assertThat(user.at("/credentials/0/value").asText()).isEqualTo("${DEMO_PASSWORD}");
    }

    private static Stream<JsonNode> users() {
        return elements(REALM.path("users"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(ComposeFile.file("docker/keycloak/zhenggai-realm.json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError("the realm is no JSON", e);
        }
    }
}
