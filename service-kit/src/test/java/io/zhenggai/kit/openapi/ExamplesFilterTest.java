package io.zhenggai.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.junit.jupiter.api.Test;

class ExamplesFilterTest {

    private static final String JSON = "application/json";

    @Test
    void requestAndAnswerHaveTheExamplesOfTheirFile() {
        Operation operation = new ExamplesFilter().filterOperation(operation("changeProbe"));

        assertThat(example(operation.getRequestBody().getContent())).isEqualTo(Map.of("colour", "RED"));
        assertThat(example(operation.getResponses().getAPIResponse("200").getContent()))
                .isEqualTo(Map.of("colour", "RED", "names", List.of("一")));
    }

    @Test
    void refusalsAndAnswersWithoutBodyHaveNone() {
        Operation operation = new ExamplesFilter().filterOperation(operation("changeProbe"));

        assertThat(example(operation.getResponses().getAPIResponse("409").getContent()))
                .isNull();
        assertThat(operation.getResponses().getAPIResponse("204").getContent()).isNull();
    }

    @Test
    void aFileBesideTheJsonHasNoExampleInJson() {
        Operation operation = operation("changeProbe");
        Content content = operation.getResponses().getAPIResponse("200").getContent();
        content.addMediaType("text/csv", OASFactory.createMediaType());

        new ExamplesFilter().filterOperation(operation);

        assertThat(content.getMediaType("text/csv").getExample()).isNull();
        assertThat(example(content)).isNotNull();
    }

    @Test
    void anOperationWithoutAFileIsLeftAsItIs() {
        Operation operation = new ExamplesFilter().filterOperation(operation("removeProbe"));

        assertThat(example(operation.getRequestBody().getContent())).isNull();
    }

    @Test
    void whatIsNoExampleIsAMistake() {
        Map<String, Object> file = Map.of("request", Map.of(), "answer", Map.of());

        assertThatThrownBy(() -> Examples.of(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answer");
    }

    private static Operation operation(String id) {
        return OASFactory.createOperation()
                .operationId(id)
                .requestBody(OASFactory.createRequestBody().content(json()))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(json()))
                        .addAPIResponse("204", OASFactory.createAPIResponse())
                        .addAPIResponse("409", OASFactory.createAPIResponse().content(json())));
    }

    private static Content json() {
        return OASFactory.createContent().addMediaType(JSON, OASFactory.createMediaType());
    }

    private static Object example(Content content) {
        return content.getMediaType(JSON).getExample();
    }
}
