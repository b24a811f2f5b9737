package io.zhenggai.issue.paper;

import io.zhenggai.issue.evidence.ContentDisposition;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What all answers have that are files: to be saved and not shown, and kept by nobody on the way. */
abstract class FileResource {

    /**
     * @param content the file, or what writes it
     * @param name by which it is saved
     */
    static Response file(Object content, String mediaType, String name) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }
}
