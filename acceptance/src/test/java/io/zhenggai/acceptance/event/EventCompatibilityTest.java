package io.zhenggai.acceptance.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be changed in the contract of the events, and what may not. */
@Order(21)
class EventCompatibilityTest {

    private static final String RELEASED = """
            channels:
              lamp:
                address: lamps
                messages:
                  LampLit: {$ref: "#/components/messages/LampLit"}
                bindings: {kafka: {partitions: 6, topicConfiguration: {retention.ms: -1}}}
            components:
              messages:
                LampLit:
                  name: lamp.lit.v1
                  contentType: application/json
                  headers: {$ref: "#/components/schemas/Headers"}
                  payload: {$ref: "#/components/schemas/LampLit"}
                  bindings: {kafka: {key: {type: string, format: uuid}}}
              schemas:
                Headers: {type: object, required: [ce_id], properties: {ce_id: {type: string, format: uuid}}}
                LampLit:
                  type: object
                  description: a lamp was lit
                  required: [state]
                  properties:
                    state:
                      allOf:
                        - $ref: "#/components/schemas/Lamp"
                        - properties: {status: {const: LIT}}
                          required: [litAt]
                Lamp:
                  type: object
                  required: [id, status, wires]
                  properties:
                    id: {type: string}
                    status: {type: string, enum: [DARK, LIT]}
                    litAt: {type: string, format: date-time}
                    room: {type: string, pattern: "[0-9]+"}
                    wires: {type: array, items: {type: string, enum: [RED, BLUE]}}
            """;

    @Test
    void nothingOthersRelyOnWasChangedSinceTheRelease() {
        assertThat(EventCompatibility.incompatibleChanges(EventContract.released(), EventContract.published()))
                .as("docs/events/README.md says how an event is changed")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a lamp was lit          | a lamp was lit by somebody
                    [DARK, LIT]             | [DARK, DIM, LIT]
                    [RED, BLUE]             | [BLUE, GREEN, RED]
                    required: [id, status,  | required: [status, id,
                    """)
    void mayChange(String before, String now) {
        assertThat(changes(changed(before, now))).isEmpty();
    }

    @Test
    void mayTellOfMore() {
        String more = RELEASED.replace(
                        "      LampLit: {$ref",
                        "      LampLitAnew: {$ref: \"#/components/messages/LampLitAnew\"}\n      LampLit: {$ref")
                .replace("  messages:\n    LampLit:", "  messages:\n    LampLitAnew: {name: lamp.lit.v2}\n    LampLit:")
                .replace("channels:\n", "channels:\n  bulb: {address: bulbs}\n")
                .replace("        room:", "        floor: {type: integer}\n        room:");

        assertThat(more).contains("floor");
        assertThat(EventContract.of(more).messages()).containsKey("lamp.lit.v2");
        assertThat(EventContract.of(more).channels()).containsKey("bulbs");
        assertThat(changes(more)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    address: lamps           | address: lights        | lamps: removed
                    partitions: 6            | partitions: 12         | lamps partitions: 6, now 12
                    retention.ms: -1         | retention.ms: 1        | lamps topicConfiguration: {"retention.ms":-1}, now {"retention.ms":1}
                    name: lamp.lit.v1        | name: lamp.lit.v2      | lamp.lit.v1: removed
                    application/json         | application/xml        | lamp.lit.v1 content type: "application/json", now "application/xml"
                    key: {type: string,      | key: {type: integer,   | lamp.lit.v1 key type: "string", now "integer"
                    required: [ce_id],       | required: [],          | lamp.lit.v1 headers.ce_id: may be absent now
                    [id, status, wires]      | [id, wires]            | lamp.lit.v1 payload.state.status: may be absent now
                    required: [litAt]        | required: []           | lamp.lit.v1 payload.state.litAt: may be absent now
                    [id, status, wires]      | [id, room, status, wires] | lamp.lit.v1 payload.state.room: must be there now, while events sent before may lack it
                    id: {type: string}       | uid: {type: string}    | lamp.lit.v1 payload.state.id: removed
                    id: {type: string}       | id: {type: integer}    | lamp.lit.v1 payload.state.id type: "string", now "integer"
                    format: date-time        | format: date           | lamp.lit.v1 payload.state.litAt format: "date-time", now "date"
                    {type: string, format: date-time} | {type: string} | lamp.lit.v1 payload.state.litAt format: "date-time", now nothing
                    [0-9]+                   | [0-9]*                 | lamp.lit.v1 payload.state.room pattern: "[0-9]+", now "[0-9]*"
                    room: {type              | hall: {type            | lamp.lit.v1 payload.state.room: removed
                    const: LIT               | const: DARK            | lamp.lit.v1 payload.state.status const: "LIT", now "DARK"
                    [DARK, LIT]              | [LIT]                  | lamp.lit.v1 payload.state.status enum: "DARK" removed
                    , enum: [RED, BLUE]      | ``                     | lamp.lit.v1 payload.state.wires[] enum: removed
                    , items: {type: string, enum: [RED, BLUE]} | ``   | lamp.lit.v1 payload.state.wires[]: removed
                    id: {type: string}       | id: {type: string, enum: [A]} | lamp.lit.v1 payload.state.id enum: added
                    """)
    void refuses(String before, String now, String change) {
        assertThat(changes(changed(before, now))).contains(change);
    }

    @Test
    void namesNothingElse() {
        assertThat(changes(changed("[DARK, LIT]", "[LIT]")))
                .containsExactly("lamp.lit.v1 payload.state.status enum: \"DARK\" removed");
        assertThat(changes(RELEASED)).isEmpty();
    }

    @Test
    void doesNotPassOverWhatItCannotCompare() {
        String choice = changed("room: {type: string,", "room: {oneOf: [{type: string}],");

        assertThatIllegalArgumentException().isThrownBy(() -> changes(choice)).withMessageContaining("oneOf");
    }

    private static String changed(String before, String now) {
        assertThat(RELEASED).contains(before);
        return RELEASED.replace(before, now);
    }

    private static List<String> changes(String current) {
        return EventCompatibility.incompatibleChanges(EventContract.of(RELEASED), EventContract.of(current));
    }
}
