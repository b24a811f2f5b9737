package io.zhenggai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.embedded.process.QuietLog;
import java.nio.file.Path;
import java.util.Map;
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

    /** A mail has left, so that there is a dispatch to read. */
    @BeforeAll
    static void someMailsHaveLeft(Stage stage) {
        QuietLog.begin();
        stage.campaign();
        stage.advanceTo("2021-10-26T10:00");
    }

    @Test
    void theJavaClientCarriesOutEveryOperation(Stage stage, @TempDir Path directory) throws Exception {
        Accounts accounts = new Accounts(stage);

        CampaignView campaign = new CampaignCalls(accounts, stage.now().toLocalDate()).make();
        String issue = new LedgerCalls(accounts, CITY, campaign).make(directory);
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
                        "auditor",
                        stage.token("auditor")));

        int operations = stage.contract().operations().size();
        assertThat(said.lines())
                .anyMatch(line -> line.startsWith("client: %1$d of %1$d operations, ".formatted(operations))
                        && line.endsWith(" answers, 0 not as declared"));
    }
}
