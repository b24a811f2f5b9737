package io.zhenggai.kit.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Words;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says in the OpenAPI document, of every POST of the API, that it may be repeated, and how that may be refused. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class IdempotencyFilter implements OASFilter {

    private static final String API = "/api/";
    private static final String DESCRIPTION =
            "of the client's choice, new for each new request, best a UUID: who sends the"
                    + " same request again within 24 hours gets the first answer again, and nothing is done twice"
                    + " 由调用方为每个新请求选取，建议用 UUID；24 小时内重发同一请求，得到首次的应答，不会重复办理";

    private static final Map<ProblemType, Words> REFUSALS = Map.of(
            ProblemType.REQUEST_IN_PROGRESS,
            new Words("同一请求正在处理", "the same request is being worked on"),
            ProblemType.IDEMPOTENCY_KEY_REUSED,
            new Words("Idempotency-Key 已用于另一请求", "the Idempotency-Key was used for another request"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Optional.ofNullable(document.getPaths())
                .ifPresent(paths -> paths.getPathItems().forEach((path, item) -> {
                    if (path.startsWith(API)) {
                        Optional.ofNullable(item.getOperations().get(PathItem.HttpMethod.POST))
                                .ifPresent(IdempotencyFilter::describe);
                    }
                }));
    }

    private static void describe(Operation operation) {
        operation.addParameter(parameter());
        REFUSALS.forEach((refusal, reason) -> add(operation.getResponses(), refusal.status(), reason));
    }

    private static Parameter parameter() {
        return OASFactory.createParameter()
                .name(IdempotencyKey.HEADER)
                .in(Parameter.In.HEADER)
                .description(DESCRIPTION)
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(200)
                        .pattern("^[!-~]+$"));
    }

    /** What the operation itself says of the status stays. */
    private static void add(APIResponses responses, int status, Words reason) {
        APIResponse known = responses.getAPIResponse(Integer.toString(status));
        if (known == null) {
            responses.addAPIResponse(
                    Integer.toString(status),
                    OASFactory.createAPIResponse().description(reason.en() + " " + reason.zh()));
        } else {
            known.setDescription(known.getDescription() + "; or " + reason.en() + " 或" + reason.zh());
        }
    }
}
