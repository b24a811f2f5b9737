package io.zhenggai.acceptance.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.embedded.system.LocalService;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docker-compose.yml} says what the services understand. Nobody has run it: this is all that is known of it. */
@ExtendWith(RunningSystem.class)
@Order(30)
class ComposeTest {

    private static final Pattern HEALTH_CHECK = Pattern.compile("curl -fsS (http://127\\.0\\.0\\.1:(\\d+)(/\\S+))");
    private static final Pattern SECRET = Pattern.compile("\\$\\{([A-Z_]+):\\?}");
    /** How a local system is stepped through time; never in containers. */
    private static final Set<String> LOCAL_ONLY =
            Set.of("ZHENGGAI_CLOCK_SETTABLE", "ZHENGGAI_CLOCK_START", "MALLOC_ARENA_MAX");

    private final ComposeFile compose = ComposeFile.read();

    @ParameterizedTest
    @EnumSource(LocalService.class)
    void everyVariableIsASettingThatTheServiceReadsWhenItStarts(LocalService service) {
        assertThat(KnownSettings.of(service.module()))
                .containsAll(compose.environment(service.module()).keySet())
                .doesNotContain("QUARKUS_DATASOURCE_DB_KIND", "ZHENGGAI_GATEWAY_TYPO");
    }

    @ParameterizedTest
    @EnumSource(LocalService.class)
    void givesWhatTheServiceIsGivenWhereItIsKnownToRun(LocalService service, Stage stage) throws IOException {
        Path process = Path.of("/proc", Long.toString(stage.system().processId(service)), "environ");
        Set<String> given = Stream.of(
                        Files.readString(process, StandardCharsets.UTF_8).split("\0"))
                .map(variable -> variable.replaceAll("=.*", ""))
                .filter(name -> name.matches("(QUARKUS|KAFKA|ZHENGGAI)_.*"))
                .filter(name -> !LOCAL_ONLY.contains(name))
                .collect(Collectors.toSet());

        assertThat(compose.environment(service.module())).containsKeys(given.toArray(String[]::new));
        assertThat(compose.environment(service.module())).doesNotContainKeys(LOCAL_ONLY.toArray(String[]::new));
    }

    @Test
    void givesTheGatewayEverySettingThatHasNoDefault() {
        Set<String> required = KnownSettings.requiredByGateway();

        assertThat(required).contains("ZHENGGAI_GATEWAY_ISSUE_SERVICE_URL");
        assertThat(compose.environment("gateway")).containsKeys(required.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(LocalService.class)
    void asksForHealthWhereTheServiceTellsIt(LocalService service, Stage stage) {
        Matcher check = HEALTH_CHECK.matcher(compose.healthCheck(service.module()));

        assertThat(check.find()).isTrue();
        assertThat(check.group(2))
                .isEqualTo(compose.environment(service.module()).get("QUARKUS_HTTP_PORT"));
        assertThat(RestAssured.get(stage.system().serviceUrl(service) + check.group(3))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theGatewayReachesEveryServiceByItsNameAndPort() {
        for (LocalService service : LocalService.behindGateway()) {
            String variable = "ZHENGGAI_GATEWAY_" + service.name() + "_SERVICE_URL";
            URI address = URI.create(compose.environment("gateway").get(variable));

            assertThat(address.getHost()).isEqualTo(service.module());
            assertThat(Integer.toString(address.getPort()))
                    .isEqualTo(compose.environment(service.module()).get("QUARKUS_HTTP_PORT"));
        }
        assertThat(compose.service("gateway").get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
    }

    @Test
    void everyServiceHasItsDatabaseWithItsOwnRole() {
        String script = ComposeFile.file("docker/postgres/create-databases.sh");
        Matcher created = Pattern.compile("for database in (.*); do").matcher(script);
        assertThat(created.find()).isTrue();
        List<String> databases = List.of(created.group(1).split(" "));

        for (LocalService service : LocalService.behindGateway()) {
            String database = service.database().orElseThrow();
            Map<String, String> environment = compose.environment(service.module());

            assertThat(databases).contains(database);
            assertThat(environment)
                    .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://postgres:5432/" + database)
                    .containsEntry("QUARKUS_DATASOURCE_USERNAME", database)
                    .containsEntry(
                            "QUARKUS_DATASOURCE_PASSWORD",
                            compose.environment("postgres").get(database.toUpperCase() + "_PASSWORD"));
        }
        assertThat(databases).hasSize(LocalService.behindGateway().size());
        assertThat(compose.environment("postgres").get("POSTGRES_INITDB_ARGS")).contains("C.UTF-8");
    }

    @Test
    void namesOnlyServicesAndVolumesThatThereAre() {
        compose.services().forEach((name, service) -> {
            Map<String, Object> needs = ComposeFile.part(service, "depends_on");
            if (needs != null) {
                assertThat(compose.services())
                        .as(name)
                        .containsKeys(needs.keySet().toArray(String[]::new));
                assertThat(needs.keySet())
                        .as("%s waits for the health of", name)
                        .allSatisfy(
                                needed -> assertThat(compose.service(needed)).containsKey("healthcheck"));
            }
            List<String> mounts = ComposeFile.part(service, "volumes");
            if (mounts != null) {
                assertThat(mounts).as(name).allSatisfy(mount -> {
                    String source = mount.split(":")[0];
                    assertThat(
                                    source.startsWith("./")
                                            ? Files.exists(ComposeFile.HOME.resolve(source))
                                            : compose.volumes().containsKey(source))
                            .as(mount)
                            .isTrue();
                });
            }
        });
        assertThat(compose.environment("notification-service"))
                .containsEntry("ZHENGGAI_MAIL_HOST", "mail")
                .containsEntry("ZHENGGAI_MAIL_PORT", "1025");
        LocalService.behindGateway().forEach(service -> assertThat(compose.environment(service.module()))
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));
    }

    @Test
    void saysWhichSecretsItNeeds() {
        String head = compose.text().substring(0, compose.text().indexOf("x-service"));

        assertThat(SECRET.matcher(compose.text()).results().map(secret -> secret.group(1)))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(head).contains(secret));
        assertThat(compose.text()).doesNotContainPattern("PASSWORD: (?!\\$\\{)");
    }

    @ParameterizedTest
    @EnumSource(LocalService.class)
    void theImageRunsThePackedApplicationAsAnOrdinaryUser(LocalService service) {
        String dockerfile = ComposeFile.file(service.module() + "/Dockerfile");
        Path module = ComposeFile.HOME.resolve(service.module());

        assertThat(compose.service(service.module())).containsEntry("build", "./" + service.module());
        assertThat(dockerfile).contains("FROM eclipse-temurin:25-jre", "curl", "USER 10001");
        assertThat(dockerfile)
                .contains("EXPOSE " + compose.environment(service.module()).get("QUARKUS_HTTP_PORT"));
        List<String> copied = Pattern.compile("COPY .*?(\\S+) \\./")
                .matcher(dockerfile)
                .results()
                .map((MatchResult copy) -> copy.group(1))
                .toList();
        assertThat(copied).isNotEmpty().allSatisfy(source -> {
            assertThat(module.resolve(source)).isDirectory();
            assertThat(module.resolve(source).resolve("quarkus-run.jar")).exists();
            assertThat(ComposeFile.file(service.module() + "/.dockerignore")).contains("!" + source);
        });
    }
}
