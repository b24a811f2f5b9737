package io.zhenggai.embedded.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void nothingTypedMeansUp() {
        assertThat(CommandLine.parse(List.of())).isEqualTo(new CommandLine(CommandLine.Command.UP, "", false, 0));
    }

    @Test
    void optionsStandAnywhere() {
        CommandLine expected = new CommandLine(CommandLine.Command.UP, "", true, 100);

        assertThat(CommandLine.parse(List.of("--fresh", "up", "--port-offset", "100")))
                .isEqualTo(expected);
        assertThat(CommandLine.parse(List.of("--port-offset=100", "--fresh"))).isEqualTo(expected);
    }

    @Test
    void tokenTakesAnAccount() {
        assertThat(CommandLine.parse(List.of("token", "office:410100:2", "--port-offset", "7")))
                .isEqualTo(new CommandLine(CommandLine.Command.TOKEN, "office:410100:2", false, 7));
    }

    @Test
    void theLargestOffsetStillGivesPorts() {
        assertThat(CommandLine.parse(List.of("--port-offset", "57443")).portOffset())
                .isEqualTo(57443);
        assertThatThrownBy(() -> CommandLine.parse(List.of("--port-offset", "57444")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--port-offset must be a number from 0 to 57443, not 57444.");
    }

    @ParameterizedTest
    @CsvSource({
        "down, Unknown command down.",
        "--frsh, Unknown option --frsh.",
        "up again, 'up takes no further words, not again.'",
        "token, 'token needs an account behind it, such as office:410100.'",
        "token province leader, 'token takes one account, not leader.'",
        "token province --fresh, --fresh has no meaning with token.",
        "--port-offset, --port-offset needs a value behind it.",
        "--port-offset -1, 'must be a number from 0 to 57443, not -1.'",
        "--port-offset=x, 'must be a number from 0 to 57443, not x.'",
    })
    void saysInOneSentenceWhatIsNotUnderstood(String typed, String message) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(typed.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }
}
