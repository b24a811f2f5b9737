package io.zhenggai.embedded.launcher;

import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What is printed when the system is ready: where everything is, who can log in, what to try. */
final class Welcome {

    private static final List<String> ACCOUNTS = List.of(
            "province",
            "office:410100",
            "county:410181",
            "department:410100:住建局",
            "leader",
            "auditor",
            "system:complaints",
            "system:approval-platform",
            "system:statistics",
            "system:operations");

    private Welcome() {}

    static String text(LocalSystem system, Duration startedIn, int portOffset) {
        String option = portOffset == 0 ? "" : " --port-offset " + portOffset;
        return """

                Ready after %d s. Ctrl-C stops everything.

                %s
                Accounts for the login page and for ./run token (no password; office takes any city's code, county any
                county's or zone's; :2, :3 behind an account are further persons of it, as in office:410100:2):
                %s
                Try:
                  curl -H "Authorization: Bearer $(./run token province%s)" %s/api/v1/issues
                """.formatted(startedIn.toSeconds(), addresses(system), accounts(), option, system.gatewayUrl());
    }

    private static String addresses(LocalSystem system) {
        LocalPorts ports = system.ports();
        StringBuilder table = new StringBuilder();
        row(table, "gateway", system.gatewayUrl() + "  (API /api/v1, contract /openapi, try it /swagger-ui)");
        for (LocalService service : LocalService.behindGateway()) {
            row(table, service.module(), system.serviceUrl(service));
        }
        row(table, "OpenID Connect", system.issuerUrl());
        row(
                table,
                "SMTP",
                LoopbackPorts.HOST + ":" + ports.smtp() + "  (mails in " + shown(system.mailDirectory()) + ")");
        String databases = LocalService.behindGateway().stream()
                .flatMap(service -> service.database().stream())
                .collect(Collectors.joining(", "));
        row(table, "PostgreSQL", LoopbackPorts.HOST + ":" + ports.postgres() + "  (databases " + databases + ")");
        row(table, "Kafka", LoopbackPorts.HOST + ":" + ports.kafka());
        row(table, "logs", shown(system.logDirectory()));
        return table.toString();
    }

    private static String accounts() {
        StringBuilder table = new StringBuilder();
        ACCOUNTS.forEach(account ->
                row(table, account, DemonstrationAccount.parse(account).displayName()));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, String value) {
        // A Chinese character takes two columns of a terminal.
        int width = name.codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum();
        table.append("  ")
                .append(name)
                .append(" ".repeat(Math.max(1, 26 - width)))
                .append(value)
                .append('\n');
    }

    /** Relative to where the user stands, when it lies below. */
    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }
}
