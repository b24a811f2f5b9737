package io.zhenggai.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractMainTest {

    @TempDir
    private Path directory;

    @Test
    void writesTheContractOfTheServicesThatAreNamed() throws IOException, InterruptedException {
        Path source = directory.resolve("board.yaml");
        Files.writeString(
                source,
                "paths: {/api/v1/board: {get: {summary: 进度表, responses: {}, x-roles: [office], x-scope: caller}}}");
        Path contract = directory.resolve("openapi.yaml");

        ContractMain.main(new String[] {contract.toString(), "plan-service=" + source});

        assertThat(contract).content().contains("/api/v1/board:", "summary: 进度表");
        assertThat(directory.resolve("permissions.md")).content().contains("| `GET /api/v1/board` | 进度表 |");
    }

    @Test
    void thePublishedContractIsAsItWouldBeWritten() throws IOException {
        String published = Files.readString(Path.of("../docs/openapi.yaml"));

        assertThat(Tree.yaml(ContractOrder.sorted(Tree.read(published)))).isEqualTo(published);
    }

    @Test
    void thePermissionTableIsThatOfThePublishedContract() throws IOException {
        assertThat(Files.readString(Path.of("../docs/permissions.md")))
                .isEqualTo(PermissionTable.of(Files.readString(Path.of("../docs/openapi.yaml"))));
    }

    @Test
    void saysWhatIsWrongWithAnArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractMain.main(new String[] {"out", "issues=x"}))
                .withMessageContaining("issues=x");
        assertThatIllegalArgumentException().isThrownBy(() -> ContractMain.main(new String[] {"out", "issue-service"}));
        assertThatIllegalArgumentException().isThrownBy(() -> ContractMain.main(new String[] {"out"}));
    }
}
