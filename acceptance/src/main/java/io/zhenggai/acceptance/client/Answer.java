package io.zhenggai.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the gateway answered.
 *
 * @param status of HTTP
 * @param entityTag of the thing read or changed
 * @param body JSON; a missing node where there was none
 */
public record Answer(int status, Optional<String> entityTag, JsonNode body) {

    /** @return the text at a JSON pointer such as {@code /items/0/id}; empty text where there is nothing */
    public String text(String pointer) {
        return body.at(pointer).asText();
    }

    /** @return the number at a JSON pointer; 0 where there is nothing */
    public long number(String pointer) {
        return body.at(pointer).asLong();
    }
}
