package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.issue.sheet.Sheet;
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

/** Importing a ledger over HTTP: the file itself is the body. */
@Path("/api/v1/issue-imports")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    /** A file of 64 MiB is about 100 MiB of text while it is read. */
    private static final Turnstile IMPORTS = new Turnstile(2, Duration.ofSeconds(20));

    private final ImportService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;

    ImportResource(ImportService service, IdempotencyService idempotency, CurrentCaller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Imports a ledger, whole or not at all. */
    @POST
    @Consumes({SentSheet.CSV, SentSheet.XLSX})
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "importIssues",
            summary = "Import issues from an .xlsx or CSV 导入问题台账",
            description =
                    "For the province, offices, counties, zones and departments, each within its region. The ledger's columns in"
                            + " any order and by their common names, rows of titles above the header allowed; of a workbook (.xlsx) the first visible sheet with such a header, what is merged"
                            + " said by each row; a CSV in UTF-8 or GB18030, by commas, semicolons or tabs; at most 20,000 rows"
                            + " and 64 MiB. All rows or none. Of one document's problems without item numbers the descriptions tell one"
                            + " from another. A file that was imported before registers nothing again."
                            + " 省工改办、省辖市工改办、县（市、区）、开发区和部门在本地区范围内导入。列名按整改台账或其常用名称，顺序不限，表头上方可有标题行；"
                            + ".xlsx 取第一个有此表头的可见工作表，合并单元格的内容视为各行相同；CSV 编码为 UTF-8 或 GB18030，以逗号、分号或制表符分隔；最多 20000 行、64 MiB。有一行有误即全部不登记；同一文件没有条目号的多个问题以问题描述区分；重复导入同一文件不会重复登记。")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = SentSheet.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = SentSheet.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "all rows are in the ledger 全部已登记",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(
            responseCode = "400",
            description = "the file cannot be read: encoding, quotes, header, columns, too many rows 文件无法读取")
    @APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = Said.FORBIDDEN)
    @APIResponse(
            responseCode = "409",
            description = "rows are registered already; violations names up to 200, violationCount counts them 部分行已经登记")
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(
            responseCode = "422",
            description =
                    "the campaign is unknown or has ended, or rows cannot be registered; violations names up to 200 by row and column,"
                            + " violationCount counts them 整改行动不存在或已结束，或部分行有误")
    @APIResponse(responseCode = "503", description = "too many imports at once; nothing was stored 导入过多，请稍后重试")
    public Response importIssues(
            @Parameter(description = "a published campaign 整改行动", required = true) @QueryParam("campaignId") @Nullable
                    UUID campaignId,
            @Parameter(description = "only say what would become of it 只检查，不登记") @QueryParam("dryRun") boolean dryRun,
            @Context HttpHeaders headers,
            InputStream body) {
        UUID campaign = Optional.ofNullable(campaignId)
                .orElseThrow(() -> Refusal.invalid("campaignId", "请指定整改行动", "is required"));
        MediaType type = headers.getMediaType();
        InputStream limited = UploadedBody.limited(body, UploadPath.IMPORT);
        return IMPORTS.pass(() -> {
            LedgerFile file = read(campaign, type, limited);
            return idempotency.once(() ->
                    Response.ok(service.importAll(caller.get(), file, dryRun)).build());
        });
    }

    private LedgerFile read(UUID campaign, MediaType type, InputStream body) {
        try (Sheet sheet = type.isCompatible(MediaType.valueOf(SentSheet.XLSX))
                ? SentSheet.xlsx(body)
                : SentSheet.csv(body, type.getParameters().get("charset"))) {
            return service.read(caller.get(), campaign, sheet);
        }
    }
}
