package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** OpenAPI documents as trees, read and written without loss. */
final class Tree {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .stringQuotingChecker(new QuoteWhatLooksLikeSomethingElse())
                    .build())
            .build();

    private Tree() {}

    /**
     * @param text JSON or YAML; JSON is YAML
     * @throws IllegalArgumentException when it is neither, or no object
     */
    static ObjectNode read(String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("an OpenAPI document is an object");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON and not YAML: " + e.getOriginalMessage(), e);
        }
    }

    static String json(JsonNode tree) {
        return write(JSON, tree);
    }

    static String yaml(JsonNode tree) {
        return write(YAML, tree);
    }

    private static String write(ObjectMapper mapper, JsonNode tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** Dates, versions and status codes are strings in this contract; a reader of YAML 1.1 would make something else of them. */
    private static final class QuoteWhatLooksLikeSomethingElse extends StringQuotingChecker.Default {

        @Override
        public boolean needToQuoteName(String name) {
            return startsLikeANumber(name) || super.needToQuoteName(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return startsLikeANumber(value) || super.needToQuoteValue(value);
        }

        private static boolean startsLikeANumber(String text) {
            return !text.isEmpty() && "0123456789+-.~<=".indexOf(text.charAt(0)) >= 0;
        }
    }
}
