package io.zhenggai.issue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceNameTest {

    @ParameterizedTest
    @CsvSource({
        "说明.pdf,佐证材料/03-说明.pdf",
        "说明,佐证材料/03-说明",
        "a<b>|c?.txt,佐证材料/03-a_b_c_.txt",
        "CON.txt,佐证材料/03-CON.txt",
        "整改.前.png,佐证材料/03-整改.前.png"
    })
    void isSafeAndSaysWhatItIs(String uploaded, String named) {
        assertThat(PieceName.of(3, uploaded)).isEqualTo(named);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(PieceName.of(12, "长".repeat(196) + ".pdf")).isEqualTo("佐证材料/12-" + "长".repeat(80) + ".pdf");
    }

    @Test
    void nothingInItClimbsOutOfTheFolder() {
        assertThat(PieceName.of(1, "..\\..\\x.txt")).isEqualTo("佐证材料/01-.._.._x.txt");
    }
}
