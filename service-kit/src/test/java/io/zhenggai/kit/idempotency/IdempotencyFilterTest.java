package io.zhenggai.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class IdempotencyFilterTest {

    private final Operation post = operation();
    private final Operation get = operation();
    private final Operation internal = operation();

    @Test
    void everyPostOfTheApiTakesAKeyAndSaysHowThatMayBeRefused() {
        filter();

        assertThat(post.getParameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.getName()).isEqualTo("Idempotency-Key");
            assertThat(parameter.getIn()).isEqualTo(Parameter.In.HEADER);
            assertThat(parameter.getRequired()).isNull();
            assertThat(parameter.getSchema().getMaxLength()).isEqualTo(200);
        });
        assertThat(post.getResponses().getAPIResponse("422").getDescription())
                .startsWith("the Idempotency-Key was used for another request ");
    }

    @Test
    void whatTheOperationItselfRefusesSoStays() {
        filter();

        assertThat(post.getResponses().getAPIResponse("409").getDescription())
                .isEqualTo("there already 已存在; or the same request is being worked on 或同一请求正在处理");
    }

    @Test
    void nothingElseTakesOne() {
        filter();

        for (Operation other : List.of(get, internal)) {
            assertThat(other.getParameters()).isNull();
            assertThat(other.getResponses().hasAPIResponse("422")).isFalse();
        }
    }

    private void filter() {
        new IdempotencyFilter()
                .filterOpenAPI(OASFactory.createOpenAPI()
                        .paths(OASFactory.createPaths()
                                .addPathItem(
                                        "/api/v1/things",
                                        OASFactory.createPathItem().POST(post).GET(get))
                                .addPathItem(
                                        "/admin/things",
                                        OASFactory.createPathItem().POST(internal))));
    }

    private static Operation operation() {
        return OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("409", OASFactory.createAPIResponse().description("there already 已存在")));
    }
}
