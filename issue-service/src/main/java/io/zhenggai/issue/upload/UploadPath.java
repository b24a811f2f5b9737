package io.zhenggai.issue.upload;

import java.util.regex.Pattern;

/** The paths to which files are sent, with the most bytes that one may have; every other body is an ordinary one. */
public enum UploadPath {
    /** A CSV with the ledger's columns. */
    IMPORT("/api/v1/issue-imports", 64),
    /** A piece of evidence. */
    EVIDENCE("/api/v1/issues/[^/]+/evidence", 10);

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
        for (UploadPath upload : values()) {
            if (upload.path.matcher(path).matches()) {
                return upload.limit();
            }
        }
        return ORDINARY;
    }
}
