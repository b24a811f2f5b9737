package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.identity.ProvinceWide;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workbook that is filled in and imported, over HTTP; the same for everybody. */
@Path("/api/v1/issue-imports/template")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
public class ImportTemplateResource {

    private final byte[] template = LedgerTemplate.written();

    /** The template. */
    @GET
    @Produces(SentSheet.XLSX)
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @ProvinceWide
    @Operation(
            operationId = "readIssueImportTemplate",
            summary = "Download the template of an import 下载导入模板",
            description =
                    "For whoever imports: a workbook with the columns that are imported, lists of sources, categories and severities, a filled"
                            + " sheet to look at and notes. 供导入人下载：含导入各列、问题来源和类别等下拉列表、填写示例和填写说明的工作簿。")
    @APIResponse(
            responseCode = "200",
            description = "an .xlsx 模板（.xlsx）",
            content =
                    @Content(mediaType = SentSheet.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = Said.FORBIDDEN)
    public Response read() {
        return Response.ok(template)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-template.xlsx\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
