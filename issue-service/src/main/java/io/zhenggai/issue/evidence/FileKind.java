package io.zhenggai.issue.evidence;

import io.zhenggai.kit.problem.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that are taken as evidence. */
enum FileKind {
    PDF("PDF", "PDF", "application/pdf", Signature.PDF, "pdf"),
    /** 版式文件 GB/T 33190. */
    OFD("OFD", "OFD", "application/ofd", Signature.OFD, "ofd"),
    DOCX(
            "Word",
            "Word",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Signature.WORD,
            "docx"),
    XLSX(
            "Excel",
            "Excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Signature.EXCEL,
            "xlsx"),
    PPTX(
            "PowerPoint",
            "PowerPoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Signature.POWERPOINT,
            "pptx"),
    DOC("Word", "Word", "application/msword", Signature.COMPOUND, "doc", "wps"),
    XLS("Excel", "Excel", "application/vnd.ms-excel", Signature.COMPOUND, "xls", "et"),
    PPT("PowerPoint", "PowerPoint", "application/vnd.ms-powerpoint", Signature.COMPOUND, "ppt", "dps"),
    PNG("图片（PNG）", "picture (PNG)", "image/png", Signature.PNG, "png"),
    JPEG("图片（JPG）", "picture (JPEG)", "image/jpeg", Signature.JPEG, "jpg", "jpeg"),
    TEXT("纯文本", "plain text", "text/plain", Signature.NONE, "txt"),
    CSV("CSV", "CSV", "text/csv", Signature.NONE, "csv"),
    ZIP("ZIP 压缩包", "ZIP archive", "application/zip", Signature.ZIP, "zip");

    /** Of bytes of which the sender knows no more. */
    private static final String UNKNOWN = "application/octet-stream";

    private final Words name;
    private final String mediaType;
    private final Signature signature;
    private final List<String> extensions;

    FileKind(String zh, String en, String mediaType, Signature signature, String... extensions) {
        this.name = new Words(zh, en);
        this.mediaType = mediaType;
        this.signature = signature;
        this.extensions = List.of(extensions);
    }

    /** @return the kind of a media type, whatever its parameters; empty for what is not taken */
    static Optional<FileKind> of(String contentType) {
        String type = bare(contentType);
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(type))
                .findFirst();
    }

    /** @return the kind of files whose names end so, in small letters; empty for what is not taken */
    static Optional<FileKind> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(extension))
                .findFirst();
    }

    /** @return whether a media type tells nothing */
    static boolean isUnknown(String contentType) {
        return bare(contentType).equals(UNKNOWN);
    }

    private static String bare(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** @return what people call files of this kind; some kinds are versions of one and called alike */
    Words called() {
        return name;
    }

    /** @return the media type, without parameters */
    String mediaType() {
        return mediaType;
    }

    /** @return the endings that a file of this kind may have, the usual one first */
    List<String> extensions() {
        return extensions;
    }

    /** @return whether a thumbnail may be made of it */
    boolean isPicture() {
        return this == PNG || this == JPEG;
    }

    /** @return whether the content begins as files of this kind do */
    boolean fits(ContentSample content) {
        return signature.fits(content);
    }

    /** @return what every kind that is taken is called, each once */
    static List<Words> names() {
        return Arrays.stream(values()).map(FileKind::called).distinct().toList();
    }

    /** @return every media type that is taken, first the one that leaves it to the name */
    static List<String> mediaTypes() {
        return Stream.concat(Stream.of(UNKNOWN), Arrays.stream(values()).map(FileKind::mediaType))
                .toList();
    }
}
