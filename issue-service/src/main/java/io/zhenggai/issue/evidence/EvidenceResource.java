package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.issue.ledger.Said;
import io.zhenggai.issue.upload.UploadPath;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
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

/** Evidence over HTTP. */
@Path("/api/v1/issues/{reference}/evidence")
@Tag(name = "evidence", description = "Evidence of rectification 佐证材料")
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
public class EvidenceResource {

    static final String ADD = "addIssueEvidence";

    static final String UNAVAILABLE =
            "too many uploads at once, or the store of files or the virus scanner cannot be used; nothing was stored"
                    + " 上传过多，或文件存储、病毒查杀服务暂不可用，请稍后重试";

    private final EvidenceService service;
    private final AttachmentService attachments;
    private final EvidenceFiles files;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    EvidenceResource(
            EvidenceService service,
            AttachmentService attachments,
            EvidenceFiles files,
            IdempotencyService idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.service = service;
        this.attachments = attachments;
        this.files = files;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds a piece of evidence: the file itself is the body. */
    @POST
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = ADD,
            summary = "Add a piece of evidence 上传佐证材料",
            description =
                    "For who handles the issue, while it is rectified: one file of at most 50 MiB, at most 50 for an issue."
                            + " PDF, OFD, Word, Excel, PowerPoint, PNG, JPEG, text, CSV or ZIP; name, media type and content must fit"
                            + " together; application/octet-stream leaves the type to the name. The ETag is the issue's."
                            + " 由承办单位在整改期间上传，单个文件不超过 50 MiB，每个问题最多 50 份；文件名、内容类型与内容须一致，"
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
            description =
                    "name, type and content do not fit, a virus was found, a pair is none, or the issue has 50 pieces"
                            + " 文件与类型不符，查出病毒，配对有误，或已满 50 份")
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    @APIResponse(
            responseCode = "503",
            description =
                    "too many uploads at once, or the store of files cannot be used; nothing was stored 上传过多或文件存储暂不可用，请稍后重试")
    public Response add(
            String reference,
            @Parameter(description = "name of the file, without path 文件名", required = true)
                    @QueryParam("fileName")
                    @Nullable
                    String fileName,
            @Parameter(description = "what it shows: before or after the rectification 整改前或整改后")
                    @QueryParam("moment")
                    @Nullable
                    Moment moment,
            @Parameter(description = "the piece of this issue that shows the same at the other moment 与之对比的另一份材料")
                    @QueryParam("pairedWith")
                    @Nullable
                    UUID pairedWith,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        FileName name = FileName.of(fileName);
        FileKind kind = UploadedFile.kind(name, Optional.ofNullable(contentType).orElse(""));
        return files.use(
                body,
                UploadPath.EVIDENCE,
                name,
                kind,
                received -> idempotency.once(() ->
                        added(service.add(caller.get(), reference, ifMatch, received.file(), moment, pairedWith))));
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

    /** Makes uploads evidence. */
    @POST
    @Path("/attachments")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "attachIssueEvidence",
            summary = "Attach uploads as evidence 关联已上传的佐证材料",
            description =
                    "For who handles the issue, while it is rectified: up to 50 of one's own uploads (POST /uploads), each once, all or none."
                            + " Two pieces may be a pair from before and after the rectification. The ETag is the issue's. 由承办单位在整改期间"
                            + "办理，将本人已上传的文件作为佐证材料，每个文件只能使用一次，可将整改前后的两份材料配对。应答的 ETag 是该问题的 ETag。")
    @APIResponse(
            responseCode = "200",
            description = "the pieces that were added 新增的佐证材料",
            content = @Content(schema = @Schema(implementation = EvidencePage.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "409", description = Said.ILLEGAL_MOVE)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(
            responseCode = "422",
            description =
                    "an upload is not there, has expired or is attached already, a pair is none, or the issue has 50 pieces"
                            + " 上传文件不存在、已过期或已使用，配对有误，或已满 50 份")
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response attach(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Attachments body) {
        return idempotency.once(() -> {
            AttachmentService.Attached attached = attachments.attach(caller.get(), reference, ifMatch, body.evidence());
            return Answers.changed(
                    new EvidencePage(attached.pieces()), attached.issue().version(), BusinessTime.today(clock));
        });
    }

    /**
     * Several pieces of evidence.
     *
     * @param items all of them
     */
    public record EvidencePage(List<Evidence> items) {}

    /** Takes a piece of evidence back. */
    @POST
    @Path("/{evidenceId}/withdrawals")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawIssueEvidence",
            summary = "Withdraw a piece of evidence 撤回佐证材料",
            description =
                    "For who has added it, while the issue is rectified and as long as no close-out was requested since; the history keeps its"
                            + " digest and why. The ETag is the issue's. 由上传人本人在整改期间、尚未据以申请销号前撤回，须说明理由；办理过程保留其摘要值。应答的 ETag 是该问题的"
                            + " ETag。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(
            responseCode = "409",
            description =
                    "the issue is not rectified, or a close-out was requested since it was added 不在整改期间，或已据以申请过销号")
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response withdraw(
            String reference,
            UUID evidenceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal body) {
        return idempotency.once(() -> {
            IssueView issue = service.withdraw(caller.get(), reference, ifMatch, evidenceId, body);
            return Answers.changed(issue, issue.version(), BusinessTime.today(clock));
        });
    }
}
