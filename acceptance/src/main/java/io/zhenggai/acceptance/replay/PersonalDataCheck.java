package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.event.EventLog;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Looks for what is personal where nobody may read it: in every row of every database, in every event, in every line of the logs. */
final class PersonalDataCheck {

    /** The domain of every contact, and who complained. */
    private static final List<String> PERSONAL = List.of("offices.example", "王女士", "13900001234");

    private static final String TABLES = """
            select quote_ident(table_name) from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
            """;

    private final LocalSystem system;
    private final Differences differences;

    PersonalDataCheck(LocalSystem system, Differences differences) {
        this.system = system;
        this.differences = differences;
    }

    /** @param province who may read what is looked for: it must be there to be hidden */
    void check(Client province) {
        String issue =
                province.get("/api/v1/issues?limit=1&source=MINI_PROGRAM").text("/items/0/id");
        String told = province.get("/api/v1/issues/" + issue).text("/sourceItems/0/textReceived");
        differences.equal("the province reads who complained", true, told.startsWith(Ledger.COMPLAINANT));
        LocalService.behindGateway().forEach(this::rows);
        events();
        logs();
    }

    private void rows(LocalService service) {
        try (Connection database = system.openDatabase(service);
                Statement tables = database.createStatement();
                ResultSet table = tables.executeQuery(TABLES)) {
            long read = 0;
            while (table.next()) {
                read += rows(service, database, table.getString(1));
            }
            differences.equal(service.module() + " has rows to look at", true, read > 0);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of " + service.module() + " could not be read", e);
        }
    }

    private static boolean tells(String text) {
        return PERSONAL.stream().anyMatch(text::contains)
                || PERSONAL.stream().anyMatch(personal -> text.contains(hex(personal)));
    }

    /** As the database writes bytes. */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private long rows(LocalService service, Connection database, String table) throws SQLException {
        long read = 0;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select one::text from " + table + " as one")) {
            while (row.next()) {
                read++;
                if (tells(row.getString(1))) {
                    differences.equal(
                            "personal data in " + service.module() + ", table " + table, "none", "row " + read);
                    return read;
                }
            }
        }
        return read;
    }

    private void events() {
        EventLog log = new EventLog(LoopbackPorts.HOST + ":" + system.ports().kafka());
        List<String> events = log.readAll(topics(), PersonalDataCheck::text);
        differences.equal("there are events to look at", true, !events.isEmpty());
        differences.equal(
                "events with personal data",
                0L,
                events.stream().filter(PersonalDataCheck::tells).count());
    }

    private static Set<String> topics() {
        return Set.of(
                "zhenggai.campaign",
                "zhenggai.issue",
                "zhenggai.look-back",
                "zhenggai.supervision",
                "zhenggai.obligation",
                "zhenggai.plan",
                "zhenggai.training-session",
                "zhenggai.report");
    }

    private static String text(ConsumerRecord<byte[], byte[]> event) {
        StringBuilder text = new StringBuilder(new String(event.key(), StandardCharsets.UTF_8));
        event.headers().forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.append(new String(event.value(), StandardCharsets.UTF_8)).toString();
    }

    private void logs() {
        try (Stream<Path> files = Files.list(system.logDirectory())) {
            List<Path> logs = files.toList();
            differences.equal("there are logs to look at", true, !logs.isEmpty());
            for (Path log : logs) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                for (String personal : PERSONAL) {
                    String bytes = new String(personal.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                    differences.equal(
                            "personal data in " + log.getFileName() + ": " + personal, false, text.contains(bytes));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
