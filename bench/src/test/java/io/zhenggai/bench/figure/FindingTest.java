package io.zhenggai.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Quantity RATE = Quantity.told("sending", "sent", Unit.EVENTS_PER_SECOND);
    private static final Quantity RATIO = Quantity.atLeast(0.5, "ratio", "ratio to the limit", Unit.RATIO);
    private static final Quantity LATENCY = Quantity.below(50, "median", "median of a round", Unit.MILLISECONDS);

    @Test
    void anAimOfAtLeastIsMetAtItsValueAndOneOfBelowIsNot() {
        assertThat(new Figure(RATIO, List.of(0.5)).missesItsAim()).isFalse();
        assertThat(new Figure(RATIO, List.of(0.499)).missesItsAim()).isTrue();
        assertThat(new Figure(LATENCY, List.of(49.9)).missesItsAim()).isFalse();
        assertThat(new Figure(LATENCY, List.of(50.0)).missesItsAim()).isTrue();
        assertThat(new Figure(RATIO, List.of(Double.NaN)).missesItsAim()).isTrue();
    }

    @Test
    void theTableShowsMedianAndSpreadAndSaysOfEachAimWhetherItIsMet() {
        Finding finding = new Finding(
                "sending",
                "Append, relay, broker",
                List.of(
                        new Figure(RATE, List.of(12_345.6, 900.0, 20_000.0)),
                        new Figure(RATIO, List.of(0.41, 0.6, 0.2)),
                        new Figure(LATENCY, List.of(12.34))));

        assertThat(Table.of(finding).lines().toList())
                .satisfiesExactly(
                        heading -> assertThat(heading).isEqualTo("Append, relay, broker"),
                        columns -> assertThat(columns.split(" +")).containsExactly("", "median", "lowest", "highest"),
                        rate -> assertThat(rate).matches(" +sent, events/s +12,346 +900 +20,000"),
                        ratio -> assertThat(ratio)
                                .matches(" +ratio to the limit +0\\.41 +0\\.20 +0\\.60 +aim at least 0\\.50: MISSED"),
                        latency -> assertThat(latency)
                                .matches(" +median of a round, ms +12\\.3 +12\\.3 +12\\.3 +aim below 50\\.0: met"));
    }

    @Test
    void theJsonHasEveryRoundAndWhetherTheAimIsMet() throws Exception {
        Finding finding = new Finding("sending", "words", List.of(new Figure(RATIO, List.of(0.4, 0.6, 0.7))));

        JsonNode json = new ObjectMapper()
                .readTree(FindingsJson.of(new Machine(2, 4_096, "Linux amd64", "17", 0.5), List.of(finding)));

        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        JsonNode ratio = json.at("/findings/0/figures/0");
        assertThat(ratio.at("/unit").asText()).isEqualTo("RATIO");
        assertThat(ratio.at("/median").asDouble()).isEqualTo(0.6);
        assertThat(ratio.at("/rounds").toString()).isEqualTo("[0.4,0.6,0.7]");
        assertThat(ratio.at("/aim").toString()).isEqualTo("{\"bound\":\"AT_LEAST\",\"value\":0.5,\"met\":true}");
    }

    @Test
    void roundsThatWarmUpAreNoneOfTheFigures() throws Exception {
        List<Integer> taken = new ArrayList<>();

        Finding finding = new Counting(taken).run(3);

        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(finding.figures().get(0).rounds()).containsExactly(10.0, 11.0, 12.0);
    }

    private record Counting(List<Integer> taken) implements Measure {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public String words() {
            return "Counting";
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(RATE);
        }

        @Override
        public List<Double> round(int number) {
            taken.add(number);
            return List.of((double) number);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
