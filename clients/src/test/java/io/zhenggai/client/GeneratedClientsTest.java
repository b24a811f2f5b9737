package io.zhenggai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.embedded.process.QuietLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that were generated from the contract carry out every operation of it on the running system, and meet no answer that it does
 * not describe.
 */
@ExtendWith(RunningSystem.class)
class GeneratedClientsTest {

    private static final String CITY = "411300";

    /** Mails have left, so that there is a dispatch to read; and a campaign has ended, so that there is something to carry over. */
    @BeforeAll
    static void aCampaignHasEnded(Stage stage) {
        QuietLog.begin();
        stage.campaign();
        stage.advanceTo("2021-10-26T10:00");
        for (String client : List.of("Java", "TypeScript")) {
            Issues.register(stage, "province", Issues.evaluated(stage, CITY, "办理规划许可时间过长，" + client));
        }
        stage.advanceTo("2022-01-04T10:00");
    }

    @Test
    void theJavaClientCarriesOutEveryOperation(Stage stage, @TempDir Path directory) throws Exception {
        Accounts accounts = new Accounts(stage);

        CampaignView campaign = new CampaignCalls(accounts, stage.now().toLocalDate()).make();
        String issue = new LedgerCalls(accounts, CITY, campaign)
                .make(directory, UUID.fromString(stage.campaign().id()));
        new FilingCalls(accounts, CITY, campaign).make(issue);
        new OversightCalls(accounts, CITY, campaign).make();

        assertThat(accounts.carriedOut())
                .containsExactlyInAnyOrderElementsOf(stage.contract().operations().stream()
                        .map(Operation::id)
                        .toList());
    }

    @Test
    void theTypeScriptClientCarriesOutEveryOperation(Stage stage) throws Exception {
        TypeScriptClient client = new TypeScriptClient(Path.of("typescript"));
        client.build();

        String said = client.run(
                stage.system().gatewayUrl(),
                Map.of(
                        "province",
                        stage.token("province"),
                        "province:2",
                        stage.token("province:2"),
                        "office:" + CITY,
                        stage.token("office:" + CITY),
                        "office:" + CITY + ":2",
                        stage.token("office:" + CITY + ":2"),
                        "department:" + CITY + ":住建局",
                        stage.token("department:" + CITY + ":住建局"),
                        "system:approval-platform",
                        stage.token("system:approval-platform"),
                        "system:statistics",
                        stage.token("system:statistics"),
                        "auditor",
                        stage.token("auditor")));

        int operations = stage.contract().operations().size();
        assertThat(said.lines())
                .anyMatch(line -> line.startsWith("client: %1$d of %1$d operations, ".formatted(operations))
                        && line.endsWith(" answers, 0 not as declared"));
    }
}
