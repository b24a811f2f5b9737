package io.zhenggai.kit.http;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags {@code "version.date"}: the date is there because lights change with the day and without a version.
 * {@code If-Match} compares the version only (design: RFC 9110, section 13.1.1).
 */
public final class EntityTags {

    private static final String ANY = "*";

    /** RFC 9110, section 8.8.3; a comma may stand within a tag. */
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    private EntityTags() {}

    /** @return the tag with its quotes */
    public static String of(long version, LocalDate today) {
        return "\"" + version + "." + today + "\"";
    }

    /**
     * @param besides whatever else is shown that changes without the version, in words; the tag holds its checksum
     * @return the tag with its quotes; {@code If-Match} takes it as well
     */
    public static String of(long version, LocalDate today, String besides) {
        CRC32C sum = new CRC32C();
        sum.update(besides.getBytes(StandardCharsets.UTF_8));
        return "\"" + version + "." + today + "." + Long.toHexString(sum.getValue()) + "\"";
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
        if (!ifMatch.strip().equals(ANY)
                && TAG.matcher(ifMatch).results().noneMatch(tag -> namesStrongly(tag, version))) {
            throw new Refusal(
                    ProblemType.STALE_VERSION,
                    "数据已被他人更新，请刷新后重试。",
                    "Somebody else changed it meanwhile; read it again.");
        }
    }

    /**
     * @param ifNoneMatch the header as sent; null when absent
     * @param tag the tag of what would be answered
     * @return whether the caller has it already (RFC 9110, section 13.1.2: weak comparison); what is no tag names nothing
     */
    static boolean isHeld(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals(ANY)
                        || TAG.matcher(ifNoneMatch).results().anyMatch(held -> held.group(2)
                                .equals(tag)));
    }

    private static boolean namesStrongly(MatchResult tag, long version) {
        return tag.group(1) == null
                && (tag.group(2).startsWith("\"" + version + ".")
                        || tag.group(2).equals("\"" + version + "\""));
    }
}
