package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The files of evidence over HTTP. Whatever they hold, a browser saves them and runs nothing of them. */
@Path("/api/v1/issues/{reference}/evidence/{evidenceId}")
@Tag(name = "evidence", description = "Evidence of rectification 佐证材料")
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
public class EvidenceFileResource {

    private static final String CONTENT_RANGE = "Content-Range";

    private static final String UNAVAILABLE = "the store of files cannot be used for the moment 文件存储暂不可用";

    private final EvidenceService service;
    private final CurrentCaller caller;

    EvidenceFileResource(EvidenceService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Reads the file. */
    @GET
    @RolesAllowed("**")
    @Produces(MediaType.WILDCARD)
    @MachineScope("issues:read")
    @Operation(
            operationId = "readIssueEvidence",
            summary = "Download a piece of evidence 下载佐证材料",
            description =
                    "The very bytes that were uploaded, to be saved and not shown; a part of them by Range, which goes on after a"
                            + " download that broke off (If-Range with the ETag). 下载原文件；可用 Range 分段下载、断点续传。")
    @APIResponse(
            responseCode = "200",
            description = "the file 原文件",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "the part that was asked for 所请求的部分",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    @APIResponse(responseCode = "416", description = "the part lies behind the end of the file 所请求的部分超出文件范围")
    @APIResponse(responseCode = "503", description = UNAVAILABLE)
    public Response read(
            String reference,
            UUID evidenceId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "one part of the file, bytes=0-1023 for instance 所请求的部分")
                    @HeaderParam("Range")
                    @Nullable
                    String range,
            @Parameter(description = "the ETag of the part held already 已下载部分的 ETag") @HeaderParam("If-Range") @Nullable
                    String ifRange) {
        StoredEvidence stored = service.find(caller.get(), reference, evidenceId);
        String tag = "\"" + stored.evidence().sha256() + "\"";
        boolean held = ifNoneMatch != null && ifNoneMatch.contains(tag);
        Response.ResponseBuilder answer = held ? Response.notModified() : content(stored, tag, range, ifRange);
        return inert(answer, tag)
                .header("Accept-Ranges", "bytes")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment(stored.evidence().fileName()))
                .build();
    }

    /** Reads a small picture of it. */
    @GET
    @Path("/thumbnail")
    @RolesAllowed("**")
    @Produces({"image/jpeg", "application/problem+json"})
    @MachineScope("issues:read")
    @Operation(
            operationId = "readIssueEvidenceThumbnail",
            summary = "Read a thumbnail 查看缩略图",
            description =
                    "Of a picture (PNG, JPEG) that could be read, see thumbnail in its record: a JPEG of at most 320 pixels on each side, upright,"
                            + " without what the camera noted. 图片材料的缩略图，长宽不超过 320 像素，不含拍摄信息；仅在记录的 thumbnail 为 true 时有。")
    @APIResponse(
            responseCode = "200",
            description = "the thumbnail 缩略图",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    @APIResponse(responseCode = "503", description = UNAVAILABLE)
    public Response readThumbnail(
            String reference, UUID evidenceId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Thumbnail thumbnail = service.thumbnail(service.find(caller.get(), reference, evidenceId));
        String tag = "\"" + thumbnail.sha256() + "\"";
        boolean held = ifNoneMatch != null && ifNoneMatch.contains(tag);
        Response.ResponseBuilder answer =
                held ? Response.notModified() : Response.ok(thumbnail.content().get(), "image/jpeg");
        return inert(answer, tag).build();
    }

    /** For the caller's own cache only, of the type that it says and no other, and without the right to do anything. */
    private static Response.ResponseBuilder inert(Response.ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox");
    }

    private Response.ResponseBuilder content(
            StoredEvidence stored, String tag, @Nullable String range, @Nullable String ifRange) {
        long length = stored.evidence().bytes();
        Optional<ByteRange> part = part(range, ifRange, tag, length);
        ByteRange sent = part.orElseGet(() -> new ByteRange(0, length - 1));
        Response.ResponseBuilder answer = Response.status(
                        part.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
                .entity(service.open(stored, sent))
                .type(stored.evidence().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, sent.length());
        return part.isPresent() ? answer.header(CONTENT_RANGE, sent.of(length)) : answer;
    }

    private static Optional<ByteRange> part(@Nullable String range, @Nullable String ifRange, String tag, long length) {
        try {
            return ByteRange.of(range, ifRange, tag, length);
        } catch (ByteRange.Unsatisfiable e) {
            throw new ClientErrorException(Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(CONTENT_RANGE, "bytes */" + length)
                    .build());
        }
    }
}
