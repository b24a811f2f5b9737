package io.zhenggai.acceptance.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The samples in {@code docs/events}. */
final class EventSamples {

    private static final String ENDING = ".json";

    private EventSamples() {}

    /** @return each by the name of its file, which is its type */
    static Map<String, SentEvent> read() {
        Map<String, SentEvent> samples = new TreeMap<>();
        try (Stream<Path> files = Files.list(EventContract.DOCS.resolve("events"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    samples.put(name.substring(0, name.length() - ENDING.length()), read(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    private static SentEvent read(Path file) throws IOException {
        JsonNode sample = new ObjectMapper().readTree(file.toFile());
        ObjectNode headers = sample.withObject("/headers");
        String aggregate = headers.path("ce_type").asText().split("\\.")[0];
        return new SentEvent(
                "zhenggai." + aggregate, headers.path("ce_subject").asText(), headers, sample.path("data"));
    }
}
