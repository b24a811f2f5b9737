package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.issue.upload.Turnstile;
import io.zhenggai.issue.upload.UploadPath;
import io.zhenggai.issue.upload.UploadedBody;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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

/** Ledgers that are worked on after the answer, over HTTP: the file itself is the body. */
@Path("/api/v1/issue-imports/uploads")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
public class ImportUploadResource {

    /** Of each a portion of half a mebibyte is held. */
    private static final Turnstile UPLOADS = new Turnstile(8, Duration.ofSeconds(20));

    private final ImportJobService service;
    private final ImportLoop loop;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;

    ImportUploadResource(
            ImportJobService service, ImportLoop loop, IdempotencyService idempotency, CurrentCaller caller) {
        this.service = service;
        this.loop = loop;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Takes a ledger in, to be worked on. */
    @POST
    @Consumes({SentSheet.CSV, SentSheet.XLSX})
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "uploadIssueImport",
            summary = "Send a large ledger to be imported 上传台账待导入",
            description =
                    "As importIssues, but answered when the file has come, and worked on afterwards: at most 100,000 rows and 64 MiB, all of"
                            + " them or none; rows that are in the ledger already, in the same words, are passed over. Who sent it looks"
                            + " at Location how far it is. With existing=true, by the province: an existing ledger is taken over with the status of each issue"
                            + " (已登记, 已交办, 已签收, 整改中 or 已销号) and what the ledger says of it; what this ledger has exported is known again by its numbers. 与直接导入相同，但收到文件即答复，随后处理：最多 100000 行、64 MiB，全部登记或全部不登记；"
                            + "台账中已有且内容相同的行略过。导入人按 Location 查看进度。"
                            + "省工改办以 existing=true 导入既有台账：连同状态（已登记、已交办、已签收、整改中、已销号）及交办、整改、销号情况一并转入；本系统导出的台账按台账编号识别，已有的略过。")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = SentSheet.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = SentSheet.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "the file has come, and waits to be worked on 文件已收到，等待处理",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = Said.FORBIDDEN)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = "the campaign is unknown or has ended 整改行动不存在或已结束")
    @APIResponse(responseCode = "503", description = "too many uploads at once; nothing was stored 上传过多，请稍后重试")
    public Response upload(
            @Parameter(description = "a published campaign 整改行动", required = true) @QueryParam("campaignId") @Nullable
                    UUID campaignId,
            @Parameter(description = "only say what would become of it 只检查，不登记") @QueryParam("dryRun") boolean dryRun,
            @Parameter(
                            description =
                                    "for the province only: a ledger that was kept until now, taken over with its states 既有台账，连同办理状态转入（仅省工改办）")
                    @QueryParam("existing")
                    boolean existing,
            @Context HttpHeaders headers,
            InputStream body) {
        // Before what is wrong with the request.
        ImportJobService.refuseUnlessMayTakeOver(caller.get(), existing);
        UUID campaign = Optional.ofNullable(campaignId)
                .orElseThrow(() -> Refusal.invalid("campaignId", "请指定整改行动", "is required"));
        MediaType type = headers.getMediaType();
        String name = type.getType() + "/" + type.getSubtype();
        InputStream limited = UploadedBody.limited(body, UploadPath.IMPORT);
        ImportOrder order = new ImportOrder(
                campaign, dryRun, existing, name, type.getParameters().get("charset"));
        UUID id = UPLOADS.pass(() -> service.receive(caller.get(), order, limited));
        try {
            return idempotency.once(() -> {
                ImportJob job = ImportJobResource.shown(service.queue(id), headers);
                return Response.accepted(job)
                        .header(HttpHeaders.LOCATION, "/api/v1/issue-imports/" + job.id())
                        .build();
            });
        } finally {
            // A key that is none, or was answered before, is seen only when the file is there.
            service.forgetUnlessQueued(id);
            loop.wake();
        }
    }
}
