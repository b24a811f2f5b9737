package io.zhenggai.kit.audit;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whose record is asked for, as it stands in the address; one declaration for all operations. */
public class AuditedService {

    /** The service's own name, or anything else that somebody has written there. */
    @PathParam("service")
    @Parameter(
            description = "whose record 所查服务",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"issue-service", "plan-service", "report-service", "notification-service"}))
    @Nullable
    String name;
}
