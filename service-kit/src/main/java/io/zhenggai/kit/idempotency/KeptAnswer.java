package io.zhenggai.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.kit.json.StoredJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it goes out, the first time and each time after.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers the fields that the resource has set
 * @param body JSON in UTF-8; null when there is none
 */
record KeptAnswer(int status, Map<String, String> headers, byte @Nullable [] body) {

    /** @param answer of a resource: its entity is what the mapper writes as JSON */
    static KeptAnswer of(Response answer, ObjectMapper mapper) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                headers.put(name, String.join(", ", values));
            }
        });
        try {
            return new KeptAnswer(
                    answer.getStatus(),
                    headers,
                    answer.hasEntity() ? mapper.writeValueAsBytes(answer.getEntity()) : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written as JSON", e);
        }
    }

    Response toResponse() {
        Response.ResponseBuilder answer = Response.status(status);
        headers.forEach(answer::header);
        if (body != null) {
            // As the platform says of what it writes itself.
            answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
        return answer.build();
    }

    byte[] written() {
        return StoredJson.write(this).getBytes(StandardCharsets.UTF_8);
    }

    static KeptAnswer read(byte[] written) {
        return StoredJson.read(new String(written, StandardCharsets.UTF_8), KeptAnswer.class);
    }
}
