package io.zhenggai.issue.evidence;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file that was sent as evidence, checked.
 *
 * @param name its name, whose ending fits the kind
 * @param kind what it is, by its media type and its content
 * @param content what was seen of it while it came in
 */
record UploadedFile(FileName name, FileKind kind, ContentSample content) {

    /** @throws Refusal 422 when name, kind and content do not fit together */
    UploadedFile {
        if (!kind.extensions().contains(name.extension())) {
            throw Refusal.unprocessable(
                    "fileName",
                    "文件名的扩展名与内容类型（" + kind.mediaType() + "）不符，应为 " + String.join(" 或 ", kind.extensions()),
                    "must end in " + String.join(" or ", kind.extensions()) + ", as files of type " + kind.mediaType()
                            + " do");
        }
        if (content.isEmpty()) {
            throw Refusal.unprocessable("content", "文件是空的", "the file is empty");
        }
        if (!kind.fits(content)) {
            throw Refusal.unprocessable(
                    "content",
                    "文件内容与所声明的类型（" + kind.mediaType() + "）不符",
                    "the content is not of the type " + kind.mediaType() + " that was declared");
        }
    }

    /**
     * @param contentType as sent; {@code application/octet-stream}, which programs say of files that they do not know, leaves it to the
     *     name's ending
     * @throws Refusal 415 when that is none of the kinds that are taken
     */
    static FileKind kind(FileName name, String contentType) {
        return FileKind.of(contentType)
                .or(() -> FileKind.isUnknown(contentType) ? FileKind.ofExtension(name.extension()) : Optional.empty())
                .orElseThrow(() -> new Refusal(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "不接受这种类型的文件，可上传："
                                + FileKind.names().stream().map(Words::zh).collect(Collectors.joining("、"))
                                + "。请求头 Content-Type 应为：" + String.join("、", FileKind.mediaTypes())
                                + "；其中 application/octet-stream 按文件扩展名判断类型。",
                        "Evidence is one of "
                                + FileKind.names().stream().map(Words::en).collect(Collectors.joining(", "))
                                + "; its Content-Type one of " + String.join(", ", FileKind.mediaTypes())
                                + ", of which application/octet-stream leaves it to the ending of the name."));
    }
}
