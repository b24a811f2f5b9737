package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.issue.upload.UploadPath;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files that come before what they are evidence of. */
@Path(UploadResource.PATH)
@Tag(name = "evidence", description = "Evidence of rectification 佐证材料")
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class UploadResource {

    static final String PATH = "/api/v1/uploads";
    static final String UPLOAD = "uploadFile";

    private final UploadService service;
    private final EvidenceFiles files;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;

    UploadResource(UploadService service, EvidenceFiles files, IdempotencyService idempotency, CurrentCaller caller) {
        this.service = service;
        this.files = files;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Keeps a file for a day: the file itself is the body. */
    @POST
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = UPLOAD,
            summary = "Upload a file to be evidence later 预先上传文件",
            description =
                    "One file of at most 50 MiB, by the rules for evidence. Within 24 hours, in real time, whoever has uploaded it attaches it"
                            + " once: to an issue that is rectified, or to one that is put right on the spot. At most 100 wait at a time. 单个文件不超过 50 MiB，"
                            + "要求与佐证材料相同；上传人须在 24 小时内将其用于整改中的问题或立行立改，每个文件只能使用一次；待使用的文件不超过 100 个。")
    @RequestBody(required = true)
    @APIResponse(
            responseCode = "201",
            description = "kept, with the digest of what was stored 已上传",
            content = @Content(schema = @Schema(implementation = Upload.class)))
    @APIResponse(responseCode = "400", description = "the file's name is missing or cannot be one 文件名有误")
    @APIResponse(responseCode = "409", description = "100 uploads wait to be attached 待使用的文件已满 100 个")
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(
            responseCode = "422",
            description = "name, type and content do not fit, or a virus was found 文件与类型不符，或查出病毒")
    @APIResponse(responseCode = "503", description = EvidenceResource.UNAVAILABLE)
    public Response upload(
            @Parameter(description = "name of the file, without path 文件名", required = true)
                    @QueryParam("fileName")
                    @Nullable
                    String fileName,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        FileName name = FileName.of(fileName);
        FileKind kind = UploadedFile.kind(name, Optional.ofNullable(contentType).orElse(""));
        return files.use(
                body,
                UploadPath.UPLOAD,
                name,
                kind,
                received -> idempotency.once(() -> kept(service.add(caller.get(), received.file()))));
    }

    private static Response kept(Upload upload) {
        return Response.created(URI.create(PATH + "/" + upload.id()))
                .entity(upload)
                .build();
    }

    /** Reads what was uploaded, until it is attached or expires. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readUpload",
            summary = "Read an upload of one's own 查看本人的上传文件",
            description =
                    "Name, type, digest and until when it can be attached; its content can be read once it is evidence. 含文件名、类型、摘要值和"
                            + "使用期限；关联为佐证材料后方可读取内容。")
    @APIResponse(responseCode = "200", description = "it waits to be attached 待使用")
    @APIResponse(
            responseCode = "404",
            description = "not there for this caller, attached already, or expired 不存在、已使用或已过期")
    public Upload read(UUID id) {
        return service.find(caller.get(), id);
    }
}
