package io.zhenggai.bench.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Findings for machines. */
public final class FindingsJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FindingsJson() {}

    /** @return an object with the machine and every round's numbers; of a figure with an aim, whether its median meets it */
    public static String of(Machine machine, List<Finding> findings) {
        ObjectNode root = MAPPER.createObjectNode();
        root.set("machine", MAPPER.valueToTree(machine));
        findings.forEach(finding -> root.withArray("findings").add(finding(finding)));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = MAPPER.createObjectNode().put("name", finding.name()).put("words", finding.words());
        finding.figures().forEach(figure -> node.withArray("figures").add(figure(figure)));
        return node;
    }

    private static ObjectNode figure(Figure figure) {
        Sample sample = figure.sample();
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", figure.quantity().name())
                .put("unit", figure.quantity().unit().name())
                .put("median", sample.median())
                .put("lowest", sample.lowest())
                .put("highest", sample.highest());
        figure.rounds().forEach(number -> node.withArray("rounds").add(number));
        figure.quantity().aim().ifPresent(aim -> node.putObject("aim")
                .put("bound", aim.bound().name())
                .put("value", aim.value())
                .put("met", !figure.missesItsAim()));
        return node;
    }
}
