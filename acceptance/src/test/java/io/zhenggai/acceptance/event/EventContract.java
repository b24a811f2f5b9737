package io.zhenggai.acceptance.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An AsyncAPI document: its topics and what is sent to them. */
final class EventContract {

    /** Where the contract and the samples are. */
    static final Path DOCS = Path.of("..", "docs");

    private final JsonNode document;
    private final Map<String, JsonNode> channels = new TreeMap<>();
    private final Map<String, Message> messages = new TreeMap<>();

    private EventContract(JsonNode document) {
        this.document = document;
        for (JsonNode declared : document.path("channels")) {
            JsonNode channel = resolve(declared);
            String topic = channel.path("address").asText();
            channels.put(topic, channel);
            for (JsonNode reference : channel.path("messages")) {
                JsonNode message = resolve(reference);
                String type = message.path("name").asText();
                if (messages.put(type, new Message(type, topic, message)) != null) {
                    throw new IllegalArgumentException("two messages are called " + type);
                }
            }
        }
    }

    /**
     * One type of events.
     *
     * @param type as in ce_type
     * @param topic it is sent to
     * @param declaration what the contract says of it
     */
    record Message(String type, String topic, JsonNode declaration) {}

    /** The contract as the repository holds it. */
    static EventContract published() {
        return read(DOCS.resolve("asyncapi.yaml"));
    }

    /** The contract as it was released last. */
    static EventContract released() {
        return read(DOCS.resolve("events").resolve("released.yaml"));
    }

    private static EventContract read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EventContract of(String yaml) {
        try {
            return new EventContract(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the channels by their topic */
    Map<String, JsonNode> channels() {
        return channels;
    }

    /** @return the messages by their type */
    Map<String, Message> messages() {
        return messages;
    }

    /** @return the topics that a service sends to or receives from; action is {@code send} or {@code receive} */
    Set<String> topics(String action, String service) {
        Set<String> topics = new TreeSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)
                    && operation.path("tags").findValuesAsText("name").contains(service)) {
                topics.add(resolve(operation.path("channel")).path("address").asText());
            }
        }
        return topics;
    }

    /** @return what a reference leads to; the node itself when it is none */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isMissingNode()) {
            return node;
        }
        JsonNode target = document.at(reference.asText().substring(1));
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("nothing is at " + reference.asText());
        }
        return resolve(target);
    }

    JsonNode components() {
        return document.path("components");
    }
}
