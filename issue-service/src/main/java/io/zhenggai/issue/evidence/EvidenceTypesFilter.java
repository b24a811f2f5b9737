package io.zhenggai.issue.evidence;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says in the OpenAPI document which media types are taken as evidence, the one that clients send of their own accord first. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class EvidenceTypesFilter implements OASFilter {

    private static final Set<String> TAKING_FILES = Set.of(EvidenceResource.ADD, UploadResource.UPLOAD);

    @Override
    public Operation filterOperation(Operation operation) {
        if (TAKING_FILES.contains(operation.getOperationId() == null ? "" : operation.getOperationId())) {
            Content content = OASFactory.createContent();
            FileKind.mediaTypes()
                    .forEach(type -> content.addMediaType(
                            type,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema()
                                            .addType(SchemaType.STRING)
                                            .format("binary"))));
            operation.getRequestBody().setContent(content);
        }
        return operation;
    }
}
