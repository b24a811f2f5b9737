package io.zhenggai.issue.paper;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.issue.upload.Turnstile;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.problem.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Papers of one issue over HTTP. */
@Path("/api/v1/issues/{reference}")
@Tag(name = "papers", description = "The ledger and its issues as files 台账和文书")
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
public class IssuePaperResource extends FileResource {

    private static final String ZIP = "application/zip";

    /** Each holds a thread while it is read. */
    private static final Turnstile FILES = new Turnstile(
            8, Duration.ofSeconds(20), new Words("正在下载的较多，请稍后重试。", "Many downloads are under way; try again later."));

    private final CloseOutFormService forms;
    private final IssueFileService files;
    private final CurrentCaller caller;

    IssuePaperResource(CloseOutFormService forms, IssueFileService files, CurrentCaller caller) {
        this.forms = forms;
        this.files = files;
        this.caller = caller;
    }

    /** Fills in the form of a close-out. */
    @GET
    @Path("/close-out-form")
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Produces(PaperFile.DOCUMENT)
    @Operation(
            operationId = "readIssueCloseOutForm",
            summary = "Download the close-out form 下载销号申请表",
            description =
                    "For everybody within whose region the issue lies, as long as its close-out stands requested or it is closed: what was"
                            + " reached, the evidence with digests, the applicant's pledge, and the opinions of city and province so far, with room for"
                            + " signatures and seals. 申请销号后（含已销号）可下载 Word 格式的销号申请表，含整改结果、佐证材料及摘要、申请人承诺和已有的市级、省级意见，签名盖章处留空；"
                            + "退回或撤销销号后须重新申请。")
    @APIResponse(
            responseCode = "200",
            description = "the form 销号申请表",
            content =
                    @Content(
                            mediaType = PaperFile.DOCUMENT,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "no close-out of it stands requested 尚未申请销号")
    public Response closeOutForm(String reference) {
        PaperFile form = forms.form(caller.get(), reference);
        return file(form.bytes(), PaperFile.DOCUMENT, form.name());
    }

    /** Puts the whole file of an issue together. */
    @GET
    @Path("/file")
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Produces(ZIP)
    @Operation(
            operationId = "readIssueFile",
            summary = "Download the whole file of an issue 下载一问题一档",
            description =
                    "For everybody within whose region the issue lies, as a .zip: what the ledger says of it, where it was found, what was done"
                            + " and asked for, the close-out form, all evidence, and a list of these with their SHA-256. Texts as received and"
                            + " complainants as far as the caller is shown them elsewhere; who was is on record, as is the download. 打包下载该问题的台账信息、问题来源、办理过程、"
                            + "申请事项、销号申请表、全部佐证材料和目录（含 SHA-256）；来源原文和反映人按查看权限显示，查阅和下载均留有记录。")
    @APIResponse(
            responseCode = "200",
            description = "the file 一问题一档",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "503", description = "too many downloads at once 下载过多，请稍后重试")
    public Response file(String reference) {
        Caller reading = caller.get();
        IssueFile file = files.gather(reading, reference);
        StreamingOutput archive = target -> FILES.pass(() -> {
            files.write(reading, file, target);
            return true;
        });
        return file(archive, ZIP, file.name());
    }
}
