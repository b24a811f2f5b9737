package io.zhenggai.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the OpenAPI document that {@code If-Match} must be there wherever it is read: without it a change is refused by 428. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class IfMatchFilter implements OASFilter {

    private static final String DESCRIPTION =
            "the ETag of the thing as it was read, or * for whatever it is now 读取时所得的 ETag；不论当前版本的用 *";

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.HEADER && HttpHeaders.IF_MATCH.equals(parameter.getName())) {
            parameter.setRequired(true);
            parameter.setDescription(
                    Optional.ofNullable(parameter.getDescription()).orElse(DESCRIPTION));
        }
        return parameter;
    }
}
