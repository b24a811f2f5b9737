package io.zhenggai.issue.upload;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The paths to which files are sent, with the most bytes that one may have; every other body is an ordinary one. */
public enum UploadPath {
    /** A sheet with the ledger's columns. */
    IMPORT("/api/v1/issue-imports(/uploads)?", 64),
    /** A file that becomes evidence later. */
    UPLOAD("/api/v1/uploads", 50),
    /** A piece of evidence. */
    EVIDENCE("/api/v1/issues/[^/]+/evidence", 50);

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long ORDINARY = MEBIBYTE;

    private final Pattern path;
    private final long mebibytes;

    UploadPath(String path, long mebibytes) {
        this.path = Pattern.compile(path + "/?");
        this.mebibytes = mebibytes;
    }

    /** @return the most bytes, inclusive */
    public long limit() {
        return mebibytes * MEBIBYTE;
    }

    /** @return how many bytes a body sent to a path may have, inclusive */
    static long limitOf(String path) {
        return of(path).map(UploadPath::limit).orElse(ORDINARY);
    }

    /**
     * @return where the server's reader hangs up with a bare 413. Uploads are refused in words before, by {@link
     *     UploadedBody#limited}; the reader counts what is under way too
     */
    static long readerLimitOf(String path) {
        return of(path).map(upload -> upload.limit() + MEBIBYTE).orElse(ORDINARY);
    }

    private static Optional<UploadPath> of(String path) {
        return Arrays.stream(values())
                .filter(upload -> upload.path.matcher(path).matches())
                .findFirst();
    }
}
