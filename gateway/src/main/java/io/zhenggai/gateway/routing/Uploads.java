package io.zhenggai.gateway.routing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What files a route takes. */
public enum Uploads {
    /** None: every body is an ordinary one. */
    NONE {
        @Override
        long limit(List<String> segments, String contentType, BodyLimits limits) {
            return limits.ordinary();
        }
    },
    /** Forms with files and tables, as {@code multipart/*}, {@code text/csv} or a workbook. */
    FORMS_AND_TABLES {
        @Override
        long limit(List<String> segments, String contentType, BodyLimits limits) {
            String type = contentType.strip().toLowerCase(Locale.ROOT);
            boolean file = type.startsWith("multipart/") || TABLE.matcher(type).matches();
            return file ? limits.upload() : limits.ordinary();
        }
    },
    /** One file of any type as the very thing that is made here. */
    FILE {
        @Override
        long limit(List<String> segments, String contentType, BodyLimits limits) {
            return segments.isEmpty() ? limits.file() : limits.ordinary();
        }
    },
    /** One file of any type as a thing's evidence, {@code …/{id}/evidence}; ordinary bodies elsewhere. */
    EVIDENCE {
        @Override
        long limit(List<String> segments, String contentType, BodyLimits limits) {
            boolean evidence = segments.size() == 2 && segments.get(1).equals("evidence");
            return evidence ? limits.file() : limits.ordinary();
        }
    };

    private static final Pattern TABLE = Pattern.compile(
            "(text/csv|application/vnd\\.openxmlformats-officedocument\\.spreadsheetml\\.sheet)(\\s*;.*)?");

    /**
     * @param segments those behind the route's own
     * @param contentType the header field as sent; empty where there is none
     * @return how many bytes a body may have
     */
    abstract long limit(List<String> segments, String contentType, BodyLimits limits);
}
