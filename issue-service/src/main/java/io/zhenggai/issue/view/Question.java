package io.zhenggai.issue.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.issue.finding.IssueSort;
import io.zhenggai.issue.finding.SortDirection;
import io.zhenggai.kit.json.StoredJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the list of issues is asked, parameter by parameter. It is kept as it was asked, and not as today's types have it: a release that
 * no longer knows one of its values still tells all the others, and which one that is.
 */
final class Question {

    private static final String SORT = "sort";
    private static final String DIRECTION = "direction";

    /** By the parameter's name: a text, a boolean, or an array of texts; never empty. */
    private final ObjectNode parameters;

    private Question(ObjectNode parameters) {
        this.parameters = parameters;
    }

    static Question of(IssueFilter filter, @Nullable IssueSort sort, @Nullable SortDirection direction) {
        ObjectNode parameters = nothing();
        // What is empty narrows nothing, and the filter does not write it.
        StoredJson.tree(filter).properties().forEach(one -> parameters.set(one.getKey(), one.getValue()));
        if (sort != null) {
            parameters.put(SORT, sort.name());
        }
        if (direction != null) {
            parameters.put(DIRECTION, direction.name());
        }
        return new Question(parameters);
    }

    /** @param json of {@link #json}, of whichever release */
    static Question kept(String json) {
        return new Question(StoredJson.read(json, ObjectNode.class));
    }

    String json() {
        return StoredJson.write(parameters);
    }

    /** @return the query as an address has it, percent-encoded; empty where nothing is asked for */
    String query() {
        return parameters.properties().stream()
                .flatMap(one -> values(one.getValue()).map(value -> one.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /** @return the names of the parameters one of whose values holds that text */
    List<String> parametersWith(String text) {
        return parameters.properties().stream()
                .filter(one -> values(one.getValue()).anyMatch(value -> value.contains(text)))
                .map(one -> one.getKey())
                .toList();
    }

    private static Stream<String> values(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Stream.of(value.asText());
    }

    /** A blank as %20: a plus is one in forms only. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param strict that of requests: what it refuses, the list refuses, too */
    Understood understoodBy(ObjectMapper strict) {
        Optional<IssueSort> sort = Optional.empty();
        Optional<SortDirection> direction = Optional.empty();
        ObjectNode filter = nothing();
        List<String> outdated = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : parameters.properties()) {
            String name = one.getKey();
            JsonNode value = one.getValue();
            boolean isKnown;
            if (name.equals(SORT)) {
                sort = read(strict, value, IssueSort.class);
                isKnown = sort.isPresent();
            } else if (name.equals(DIRECTION)) {
                direction = read(strict, value, SortDirection.class);
                isKnown = direction.isPresent();
            } else {
                isKnown = read(strict, nothing().set(name, value), IssueFilter.class)
                        .isPresent();
                if (isKnown) {
                    filter.set(name, value);
                }
            }
            if (!isKnown) {
                outdated.add(name);
            }
        }
        return new Understood(read(strict, filter, IssueFilter.class).orElseThrow(), sort, direction, outdated);
    }

    private static <T> Optional<T> read(ObjectMapper strict, JsonNode value, Class<T> type) {
        try {
            return Optional.ofNullable(strict.treeToValue(value, type));
        } catch (JsonProcessingException ofAnotherRelease) {
            return Optional.empty();
        }
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * A question as this release has it.
     *
     * @param filter without what is outdated
     * @param outdated the names of the parameters that are not known any more, or have a value that is not
     */
    record Understood(
            IssueFilter filter, Optional<IssueSort> sort, Optional<SortDirection> direction, List<String> outdated) {}
}
