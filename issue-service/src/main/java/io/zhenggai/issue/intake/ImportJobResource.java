package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.id.UuidText;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.problem.AcceptedLanguage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports that are worked on, over HTTP: seen by who sent the file only. */
@Path("/api/v1/issue-imports/{id}")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
public class ImportJobResource {

    private static final String ID = "the import's id 导入任务的标识";

    private final ImportJobService service;
    private final ImportLoop loop;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;

    ImportJobResource(ImportJobService service, ImportLoop loop, IdempotencyService idempotency, CurrentCaller caller) {
        this.service = service;
        this.loop = loop;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** How far it is, and what became of it. */
    @GET
    @Operation(
            operationId = "readIssueImport",
            summary = "Read how far an import is 查看导入进度",
            description =
                    "For who sent the file, as the same role, within seven days: state, rows read, what was registered or is wrong, up to 200"
                            + " findings by row and column. 供导入人查看：状态、已读行数、登记结果或错误（最多列出 200 处，注明行和列），保留七天。")
    @APIResponse(
            responseCode = "200",
            description = "how far it is 导入进度",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    public Response read(@Parameter(description = ID) @PathParam("id") String id, @Context HttpHeaders headers) {
        return Response.ok(shown(service.find(caller.get(), parsed(id)), headers))
                .build();
    }

    /** The file with what is wrong beside each row. */
    @GET
    @Path("/error-file")
    @Produces({SentSheet.XLSX, SentSheet.CSV})
    @Operation(
            operationId = "readIssueImportErrorFile",
            summary = "Download the error file 下载错误文件",
            description =
                    "For who sent the file: the file as it came, in the same layout, with a column 错误原因 that says beside each row what is"
                            + " wrong with it; put right, it may be sent as it is. 供导入人下载：原文件版式不变，末列“错误原因”逐行说明错误；改正后可直接重新导入。")
    @APIResponse(
            responseCode = "200",
            description = "the file, as .xlsx or CSV as it came 错误文件，格式与导入文件相同",
            content = {
                @Content(mediaType = SentSheet.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SentSheet.CSV, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "409", description = "no rows were found wrong 没有逐行的错误")
    public Response readErrors(@Parameter(description = ID) @PathParam("id") String id) {
        ImportRow job = service.withErrors(caller.get(), parsed(id));
        boolean workbook = SentSheet.isWorkbook(job.mediaType());
        StreamingOutput file = out -> service.writeErrors(job, out);
        return Response.ok(file, workbook ? SentSheet.XLSX : SentSheet.CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"import-errors." + (workbook ? "xlsx" : "csv") + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** 登记. */
    @POST
    @Path("/registrations")
    @Operation(
            operationId = "registerIssueImport",
            summary = "Register what a dry run has found good 登记检查通过的导入",
            description =
                    "For who sent the file: registers all rows of a dry run that found nothing wrong, which is checked once more; all of"
                            + " them or none. Asked for again, nothing more is done. 供导入人使用：检查通过后登记文件的全部行，登记前再检查一遍，全部登记或全部不登记；重复提交不会重复登记。")
    @APIResponse(
            responseCode = "202",
            description = "it waits to be registered, or is 已受理",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "409", description = "it was refused, or the dry run is not over 检查未通过或尚未完成")
    public Response register(@Parameter(description = ID) @PathParam("id") String id, @Context HttpHeaders headers) {
        UUID parsed = parsed(id);
        Response answer =
                idempotency.once(() -> Response.accepted(shown(service.register(caller.get(), parsed), headers))
                        .build());
        loop.wake();
        return answer;
    }

    private static UUID parsed(String id) {
        return UuidText.parse(id).orElseThrow(ImportJobService::unknown);
    }

    static ImportJob shown(ImportRow job, HttpHeaders headers) {
        return job.shown(AcceptedLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
