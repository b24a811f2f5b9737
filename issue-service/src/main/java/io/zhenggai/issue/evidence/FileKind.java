package io.zhenggai.issue.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken as evidence. */
enum FileKind {
    PDF("application/pdf", Signature.PDF, "pdf"),
    /** 版式文件 GB/T 33190. */
    OFD("application/ofd", Signature.ZIP, "ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Signature.ZIP, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Signature.ZIP, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Signature.ZIP, "pptx"),
    DOC("application/msword", Signature.COMPOUND, "doc", "wps"),
    XLS("application/vnd.ms-excel", Signature.COMPOUND, "xls", "et"),
    PPT("application/vnd.ms-powerpoint", Signature.COMPOUND, "ppt", "dps"),
    PNG("image/png", Signature.PNG, "png"),
    JPEG("image/jpeg", Signature.JPEG, "jpg", "jpeg"),
    TEXT("text/plain", Signature.NONE, "txt"),
    CSV("text/csv", Signature.NONE, "csv"),
    ZIP("application/zip", Signature.ZIP, "zip");

    private final String mediaType;
    private final Signature signature;
    private final List<String> extensions;

    FileKind(String mediaType, Signature signature, String... extensions) {
        this.mediaType = mediaType;
        this.signature = signature;
        this.extensions = List.of(extensions);
    }

    /** @return the kind of a media type, whatever its parameters; empty for what is not taken */
    static Optional<FileKind> of(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(type))
                .findFirst();
    }

    /** @return the media type, without parameters */
    String mediaType() {
        return mediaType;
    }

    /** @return the endings that a file of this kind may have, the usual one first */
    List<String> extensions() {
        return extensions;
    }

    /** @return whether the content begins as files of this kind do */
    boolean fits(byte[] content) {
        return signature.fits(content);
    }

    /** @return every media type that is taken, for messages */
    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(FileKind::mediaType).toList();
    }
}
