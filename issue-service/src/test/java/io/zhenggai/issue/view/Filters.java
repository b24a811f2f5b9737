package io.zhenggai.issue.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.kit.json.StrictJson;

/** Filters as requests have them. */
final class Filters {

    /** Reads what requests say. */
    static final ObjectMapper STRICT = strict();

    private Filters() {}

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }

    /** @param members without the braces */
    static IssueFilter of(String members) {
        try {
            return STRICT.readValue("{" + members + "}", IssueFilter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(members, e);
        }
    }
}
