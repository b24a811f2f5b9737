package io.zhenggai.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.embedded.audit.AuditFindings;
import io.zhenggai.embedded.audit.AuditVerification;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps the clock from moment to moment, lets everybody act, then holds everything against the script. */
final class Replay {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> REGIONS = List.of(
            "410100", "410200", "410300", "410400", "410500", "410600", "410700", "410800", "410900", "411000",
            "411100", "411200", "411300", "411400", "411500", "411600", "411700", "419001");
    private static final List<String> NAMES = List.of(
            "郑州市", "开封市", "洛阳市", "平顶山市", "安阳市", "鹤壁市", "新乡市", "焦作市", "濮阳市", "许昌市", "漯河市", "三门峡市", "南阳市", "商丘市", "信阳市",
            "周口市", "驻马店市", "济源示范区");

    private final LocalSystem system;
    private final Client province;
    private final PrintStream out;
    private final List<Office> offices;
    private final Campaign2021 campaign;
    private final Mailbox mailbox;

    /**
     * @param province the person who publishes, registers and assigns
     * @param out where the timeline goes
     */
    Replay(LocalSystem system, Client province, PrintStream out) {
        this.system = system;
        this.province = province;
        this.out = out;
        this.offices = offices(system);
        this.campaign = new Campaign2021(province, client(system, "province:2"), offices);
        this.mailbox = new Mailbox(system);
    }

    /** @return whether nothing was lost, doubled or wrong */
    boolean run() {
        campaign.script().scenes().forEach(this::step);
        Differences differences = new Differences();
        Map<String, Map<String, JsonNode>> board = check(differences);
        table(board);
        differences.lines().forEach(out::println);
        out.printf(
                "replay: %d issues, %d mails, %s%n",
                campaign.issues().count(), mailbox.letters().size(), differences.totals());
        return differences.isNone();
    }

    private void step(Moment moment, List<Script.Scene> scenes) {
        system.setClock(moment.instant());
        system.awaitIdle(PATIENCE);
        int mails = mailbox.collect(moment);
        if (mails > 0) {
            out.printf("%s  发出提醒邮件 %d 封%n", moment, mails);
        }
        for (Script.Scene scene : scenes) {
            out.printf("%s  %s%n", moment, scene.title());
            scene.action().run();
        }
        if (!scenes.isEmpty()) {
            system.awaitIdle(PATIENCE);
            mailbox.collect(moment);
        }
    }

    private Map<String, Map<String, JsonNode>> check(Differences differences) {
        RowCheck rows = new RowCheck(province, campaign.campaignId(), differences);
        offices.forEach(office -> rows.issues(office, campaign.issues()));
        rows.figures(offices, campaign.issues());
        rows.filings(offices, campaign.issues());
        Map<String, Map<String, JsonNode>> board = rows.board(offices);
        new MailCheck(mailbox, province, differences).check(offices, campaign.issues());
        new PersonalDataCheck(system, differences).check(province);
        audit(differences);
        return board;
    }

    /** What is on record holds together, in every service. */
    private void audit(Differences differences) {
        for (LocalService service : LocalService.behindGateway()) {
            try (Connection database = system.openDatabase(service)) {
                AuditFindings findings = AuditVerification.of(database, Map.of());
                out.println(service.module() + ": " + findings.inWords());
                findings.broken().forEach(link -> differences.isWrong(service.module() + " at " + link));
                differences.equal(service.module() + " has a history", true, findings.entries() > 0);
            } catch (SQLException e) {
                throw new IllegalStateException("the record of " + service.module() + " could not be read", e);
            }
        }
    }

    private void table(Map<String, Map<String, JsonNode>> board) {
        out.printf("%n%-10s %-12s %-8s %-10s %-10s %-10s %s%n", "地区", "表现", "销号", "整改方案", "专题培训", "总结报告", "邮件");
        for (Office office : offices) {
            Map<String, JsonNode> cells = board.getOrDefault(office.region(), Map.of());
            out.printf(
                    "%-10s %-12s %2d/%-5d %-12s %-12s %-12s %d%n",
                    office.name(),
                    office.behaviour().chinese(),
                    campaign.issues().expected(office).getOrDefault("CLOSED", 0L),
                    Ledger.ISSUES_PER_OFFICE,
                    cell(cells.get("PLAN")),
                    cell(cells.get("SPECIAL_TRAINING")),
                    cell(cells.get("SUMMARY_REPORT")),
                    mailbox.to(office.address()) + mailbox.to(office.headsAddress()));
        }
        out.println();
    }

    private static String cell(@Nullable JsonNode cell) {
        if (cell == null) {
            return "—";
        }
        return cell.path("status").asText() + (cell.path("late").asBoolean() ? "*" : "");
    }

    private static List<Office> offices(LocalSystem system) {
        List<Office> offices = new ArrayList<>();
        for (int i = 0; i < REGIONS.size(); i++) {
            String account = "office:" + REGIONS.get(i);
            offices.add(new Office(
                    REGIONS.get(i),
                    NAMES.get(i),
                    Behaviour.of(i),
                    client(system, account),
                    client(system, account + ":2")));
        }
        return offices;
    }

    private static Client client(LocalSystem system, String account) {
        return new Client(system.gatewayUrl(), system.token(account));
    }
}
