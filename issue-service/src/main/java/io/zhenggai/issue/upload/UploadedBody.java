package io.zhenggai.issue.upload;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads an uploaded body. */
public final class UploadedBody {

    private UploadedBody() {}

    /**
     * Reads a file whole; what is announced is read into the one array that is returned.
     *
     * @param announced the header Content-Length; null when the length is not known
     * @throws Refusal 413 when there is more than allowed, 400 when it breaks off
     */
    public static byte[] read(InputStream body, @Nullable String announced, UploadPath path) {
        InputStream limited = limited(body, path);
        try {
            if (announced == null) {
                return limited.readAllBytes();
            }
            // BodyLimits has refused what announces too much.
            byte[] content = new byte[Integer.parseInt(announced)];
            int length = limited.readNBytes(content, 0, content.length);
            return length == content.length ? content : Arrays.copyOf(content, length);
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    /** @return the body, which throws a {@link Refusal} (413) at the first byte behind the limit */
    public static InputStream limited(InputStream body, UploadPath path) {
        return new Limited(body, path.limit());
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

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private long seen;

        private Limited(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            seen += Math.max(read, 0);
            if (seen > limit) {
                throw tooLarge(limit);
            }
        }
    }
}
