package io.zhenggai.issue.upload;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads an uploaded body. */
public final class UploadedBody {

    private static final int PART = 64 * 1024;

    private UploadedBody() {}

    /**
     * Reads a file whole; what is announced is read into the one array that is returned.
     *
     * @param announced the header Content-Length; null when the length is not known
     * @throws Refusal 413 when there is more than allowed, 400 when it breaks off
     */
    public static byte[] read(InputStream body, @Nullable String announced, UploadPath path) {
        try {
            if (announced != null) {
                return exactly(body, Long.parseLong(announced), path.limit());
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream(PART);
            byte[] part = new byte[PART];
            for (int length = body.read(part); length >= 0; length = body.read(part)) {
                content.write(part, 0, length);
                if (content.size() > path.limit()) {
                    throw tooLarge(path.limit());
                }
            }
            return content.toByteArray();
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private static byte[] exactly(InputStream body, long announced, long limit) throws IOException {
        if (announced > limit) {
            throw tooLarge(limit);
        }
        byte[] content = new byte[Math.toIntExact(announced)];
        int length = body.readNBytes(content, 0, content.length);
        return length == content.length ? content : Arrays.copyOf(content, length);
    }

    /** @return 413 that names the limit */
    static Refusal tooLarge(long limit) {
        String size = limit / (1024 * 1024) + " MiB";
        return new Refusal(
                ProblemType.TOO_LARGE, "此处的请求内容不得超过 " + size + "。", "A body may have at most " + size + " here.");
    }

    /** @return 400 for a body that never came to its end */
    public static Refusal brokenOff() {
        return new Refusal(
                ProblemType.INVALID_REQUEST, "上传中断，没有保存任何内容，请重新上传。", "The upload broke off; nothing was stored.");
    }
}
