package io.zhenggai.issue.sheet;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The encodings in which a CSV may come. */
public final class CsvCharset {

    private CsvCharset() {}

    /**
     * @param name the parameter {@code charset} of the media type; null where it is not named
     * @return the encoding; empty where it is not named
     * @throws Refusal 415 for any other encoding
     */
    public static Optional<Charset> of(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.of(named(name));
    }

    private static Charset named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            // The younger standards hold the older ones.
            case "gb18030", "gbk", "gb2312" -> Charset.forName("GB18030");
            default ->
                throw new Refusal(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "不支持编码 " + name + "，请使用 UTF-8 或 GB18030（含 GBK、GB2312）。",
                        "The encoding is UTF-8 or GB18030 (with GBK and GB2312), not " + name + ".");
        };
    }
}
