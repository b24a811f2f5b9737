package io.zhenggai.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldChangesTest {

    record Measure(String text, List<String> units) {}

    record State(
            String status,
            @Nullable LocalDate deadline,
            @Nullable Measure first,
            List<Measure> measures,
            List<String> units) {}

    private static final Measure TRAIN = new Measure("开展培训", List.of("住建局"));

    @Test
    void namesWhatChangedByItsPath() {
        State before = new State("DRAFT", null, TRAIN, List.of(TRAIN), List.of("甲", "乙"));
        State after = new State("DRAFT", null, new Measure("流程再造", List.of("住建局")), List.of(TRAIN), List.of("甲", "乙"));

        assertThat(changes(before, after)).isEqualTo("{\"first.text\":{\"from\":\"开展培训\",\"to\":\"流程再造\"}}");
    }

    @Test
    void whatCameHasNoFromAndWhatWentHasNoTo() {
        State before = new State("DRAFT", LocalDate.of(2021, 12, 29), null, List.of(), List.of());
        State after = new State("DRAFT", null, TRAIN, List.of(), List.of());

        assertThat(changes(before, after))
                .isEqualTo("{\"deadline\":{\"from\":\"2021-12-29\"},\"first.text\":{\"to\":\"开展培训\"},"
                        + "\"first.units\":{\"to\":[\"住建局\"]}}");
    }

    @Test
    void entriesOfAListAreComparedPlaceByPlace() {
        State before = new State("DRAFT", null, null, List.of(TRAIN), List.of());
        State after = new State("DRAFT", null, null, List.of(new Measure("流程再造", List.of("住建局")), TRAIN), List.of());

        assertThat(FieldChanges.between(before, after).keySet())
                .containsExactly("measures[0].text", "measures[1].text", "measures[1].units");
    }

    @Test
    void aListOfPlainValuesIsOneField() {
        State before = new State("DRAFT", null, null, List.of(), List.of("甲", "乙"));
        State after = new State("DRAFT", null, null, List.of(), List.of("乙"));
        State none = new State("DRAFT", null, null, List.of(), List.of());

        assertThat(changes(before, after)).isEqualTo("{\"units\":{\"from\":[\"甲\",\"乙\"],\"to\":[\"乙\"]}}");
        assertThat(changes(after, none)).isEqualTo("{\"units\":{\"from\":[\"乙\"]}}");
    }

    @Test
    void aNewThingIsAllChange() {
        assertThat(changes(null, new State("DRAFT", null, null, List.of(), List.of())))
                .isEqualTo("{\"status\":{\"to\":\"DRAFT\"}}");
    }

    @Test
    void nothingChangedIsEmpty() {
        State state = new State("DRAFT", LocalDate.of(2021, 12, 29), TRAIN, List.of(TRAIN), List.of("甲"));

        assertThat(FieldChanges.between(state, state)).isEmpty();
    }

    private static String changes(@Nullable State before, State after) {
        return StoredJson.write(FieldChanges.between(before, after));
    }
}
