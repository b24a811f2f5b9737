package io.zhenggai.kit.http;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags {@code "version.date"}: the date is there because lights change with the day and without a version.
 * {@code If-Match} compares the version only (design: RFC 9110, section 13.1.1).
 */
public final class EntityTags {

    private EntityTags() {}

    /** @return the tag with its quotes */
    public static String of(long version, LocalDate today) {
        return "\"" + version + "." + today + "\"";
    }

    /**
     * @param ifMatch the header as sent; null when absent
     * @param version the version that is stored
     * @throws Refusal 428 without a header, 412 when none of its tags names the stored version
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(
                    ProblemType.PRECONDITION_REQUIRED,
                    "修改前请先读取最新数据，并在 If-Match 请求头中带上其 ETag。",
                    "Read the thing first and send its ETag in If-Match.");
        }
        if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag -> names(tag, version))) {
            throw new Refusal(
                    ProblemType.STALE_VERSION,
                    "数据已被他人更新，请刷新后重试。",
                    "Somebody else changed it meanwhile; read it again.");
        }
    }

    private static boolean names(String tag, long version) {
        return tag.equals("*") || tag.startsWith("\"" + version + ".") || tag.equals("\"" + version + "\"");
    }
}
