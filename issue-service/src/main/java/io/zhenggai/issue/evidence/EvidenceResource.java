package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.issue.upload.Turnstile;
import io.zhenggai.issue.upload.UploadPath;
import io.zhenggai.issue.upload.UploadedBody;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evidence over HTTP. */
@Path("/api/v1/issues/{reference}/evidence")
@Tag(name = "evidence", description = "Evidence of rectification 佐证材料")
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
public class EvidenceResource {

    static final String ADD = "addIssueEvidence";

    /** Sixteen files of 10 MiB are 160 MiB. */
    private static final Turnstile UPLOADS = new Turnstile(16, Duration.ofSeconds(10));

    private final EvidenceService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    EvidenceResource(EvidenceService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds a piece of evidence: the file itself is the body. */
    @POST
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = ADD,
            summary = "Add a piece of evidence 上传佐证材料",
            description =
                    "For who handles the issue, while it is rectified: one file of at most 10 MiB, at most 50 for an issue."
                            + " PDF, OFD, Word, Excel, PowerPoint, PNG, JPEG, text, CSV or ZIP; name, media type and content must fit"
                            + " together; application/octet-stream leaves the type to the name. The ETag is the issue's."
                            + " 由承办单位在整改期间上传，单个文件不超过 10 MiB，每个问题最多 50 份；文件名、内容类型与内容须一致，"
                            + "内容类型为 application/octet-stream 的按文件扩展名判断。应答的 ETag 是该问题的 ETag。")
    @RequestBody(required = true)
    @APIResponse(
            responseCode = "201",
            description = "added, with the digest of what was stored 已上传",
            content = @Content(schema = @Schema(implementation = Evidence.class)))
    @APIResponse(responseCode = "400", description = "the file's name is missing or cannot be one 文件名有误")
    @APIResponse(responseCode = "409", description = Said.ILLEGAL_MOVE)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(
            responseCode = "422",
            description = "name, type and content do not fit, or the issue has 50 pieces 文件与类型不符，或已满 50 份")
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    @APIResponse(responseCode = "503", description = "too many uploads at once; nothing was stored 上传过多，请稍后重试")
    public Response add(
            String reference,
            @Parameter(description = "name of the file, without path 文件名", required = true)
                    @QueryParam("fileName")
                    @Nullable
                    String fileName,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            InputStream body) {
        FileName name = FileName.of(fileName);
        FileKind kind = UploadedFile.kind(name, Optional.ofNullable(contentType).orElse(""));
        return UPLOADS.pass(() -> {
            byte[] content = UploadedBody.read(body, contentLength, UploadPath.EVIDENCE);
            UploadedFile file = new UploadedFile(name, kind, content);
            return idempotency.once(() -> added(service.add(caller.get(), reference, ifMatch, file)));
        });
    }

    private Response added(AddedEvidence added) {
        Evidence evidence = added.evidence();
        URI location = URI.create("/api/v1/issues/" + evidence.issueId() + "/evidence/" + evidence.id());
        return Answers.created(location, evidence, added.issueVersion(), BusinessTime.today(clock));
    }

    /** Lists an issue's evidence, the oldest first; never more than 50, so there is one page. */
    @GET
    @RolesAllowed("**")
    @Produces(MediaType.APPLICATION_JSON)
    @MachineScope("issues:read")
    @Operation(
            operationId = "listIssueEvidence",
            summary = "List an issue's evidence 查询佐证材料",
            description = "The oldest first, for everybody within whose region the issue lies. 按上传先后列出。")
    @APIResponse(responseCode = "200", description = "all of it, with digests 全部佐证材料")
    public Page<Evidence> list(String reference) {
        return new Page<>(service.list(caller.get(), reference), null, null);
    }

    /** Reads the file. */
    @GET
    @Path("/{evidenceId}")
    @RolesAllowed("**")
    @Produces(MediaType.WILDCARD)
    @MachineScope("issues:read")
    @Operation(
            operationId = "readIssueEvidence",
            summary = "Download a piece of evidence 下载佐证材料",
            description = "The very bytes that were uploaded, to be saved and not shown. 下载原文件。")
    @APIResponse(
            responseCode = "200",
            description = "the file 原文件",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    public Response read(
            String reference, UUID evidenceId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Evidence evidence = service.find(caller.get(), reference, evidenceId);
        String tag = "\"" + evidence.sha256() + "\"";
        boolean held = ifNoneMatch != null && ifNoneMatch.contains(tag);
        Response.ResponseBuilder answer =
                held ? Response.notModified() : Response.ok(service.content(evidence), evidence.mediaType());
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(evidence.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }
}
