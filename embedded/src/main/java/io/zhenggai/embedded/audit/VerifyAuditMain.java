package io.zhenggai.embedded.audit;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.zhenggai.embedded.launcher.Command;
import io.zhenggai.embedded.launcher.Options;
import io.zhenggai.embedded.launcher.UsageException;
import io.zhenggai.embedded.system.LocalDatabases;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalService;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code ./run verify-audit}: exit status 0 when every link holds, 1 when one is broken or a database cannot be read, 2 for wrong words.
 */
public final class VerifyAuditMain {

    private static final String PORT_OFFSET = "--port-offset";
    private static final String DATABASE = "--database";
    private static final String ONLY = "--only";
    private static final String SEALS = "--seals";

    private VerifyAuditMain() {}

    /**
     * @param arguments {@code --port-offset N} of the system that runs from this directory, {@code --only SERVICE} of its four; or
     *     {@code --database URL} for any one database, with {@code PGUSER} and {@code PGPASSWORD} of the environment; {@code --seals FILE}
     *     holds seals of one service as {@code GET /api/v1/audit/{service}/seals} gave them
     */
    public static void main(String[] arguments) throws Exception {
        Command.run(out -> run(List.of(arguments), out));
    }

    /**
     * @param out takes a line for each database
     * @return exit status
     * @throws UsageException when the arguments make no sense
     */
    public static int run(List<String> arguments, PrintStream out) {
        Options options = Options.parse(arguments, Set.of(PORT_OFFSET, DATABASE, ONLY, SEALS), Set.of());
        options.requireWords(0, "verify-audit takes no further words");
        Optional<String> url = options.value(DATABASE);
        if (url.isPresent()
                && (options.value(ONLY).isPresent()
                        || options.value(PORT_OFFSET).isPresent())) {
            throw new UsageException(
                    "--database names one database; --only and --port-offset are for a system that runs here.");
        }
        List<LocalService> services =
                options.value(ONLY).map(VerifyAuditMain::service).map(List::of).orElseGet(LocalService::behindGateway);
        Map<Long, String> kept =
                options.value(SEALS).map(VerifyAuditMain::seals).orElseGet(Map::of);
        if (!kept.isEmpty() && url.isEmpty() && services.size() > 1) {
            throw new UsageException("Seals are of one service: say which with --only, or --database.");
        }
        if (url.isPresent()) {
            return verify("the database", () -> open(url.get()), kept, out) ? 0 : 1;
        }
        LocalDatabases databases = LocalDatabases.of(
                Path.of(System.getProperty("zhenggai.data")),
                LocalPorts.standard(options.number(PORT_OFFSET, 0, 0, LocalPorts.LARGEST_OFFSET)));
        boolean whole = true;
        for (LocalService service : services) {
            whole &= verify(service.module(), () -> databases.open(service), kept, out);
        }
        return whole ? 0 : 1;
    }

    /** What cannot be read of one says nothing about the others. */
    private static boolean verify(String name, Opening opening, Map<Long, String> kept, PrintStream out) {
        AuditFindings findings;
        try (Connection connection = opening.open()) {
            findings = AuditVerification.of(connection, kept);
        } catch (SQLException | RuntimeException e) {
            out.println(name + ": cannot be read: " + e.getMessage());
            return false;
        }
        out.println(name + ": " + findings.inWords());
        findings.broken().stream().skip(1).forEach(link -> out.println("    and at " + link));
        return findings.isWhole();
    }

    private static LocalService service(String name) {
        return LocalService.behindGateway().stream()
                .filter(service -> service.module().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(name + " is no service with a record, such as issue-service."));
    }

    private static Connection open(String url) throws SQLException {
        Properties login = new Properties();
        Optional.ofNullable(System.getenv("PGUSER")).ifPresent(user -> login.setProperty("user", user));
        Optional.ofNullable(System.getenv("PGPASSWORD")).ifPresent(secret -> login.setProperty("password", secret));
        return DriverManager.getConnection(url, login);
    }

    /** A page of seals, or their list by itself. */
    private static Map<Long, String> seals(String file) {
        Map<Long, String> seals = new TreeMap<>();
        try {
            String text = Files.readString(Path.of(file)).strip();
            List<?> items = text.startsWith("[")
                    ? JSONArrayUtils.parse(text)
                    : JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(text), "items");
            for (Object item : items) {
                Map<?, ?> seal = (Map<?, ?>) item;
                seals.put(((Number) seal.get("number")).longValue(), (String) seal.get("hash"));
            }
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read.");
        } catch (ParseException | ClassCastException | NullPointerException e) {
            throw new UsageException(file + " holds no seals as GET /api/v1/audit/{service}/seals gives them.");
        }
        if (seals.isEmpty()) {
            throw new UsageException(file + " holds no seal.");
        }
        return seals;
    }

    private interface Opening {
        Connection open() throws SQLException;
    }
}
