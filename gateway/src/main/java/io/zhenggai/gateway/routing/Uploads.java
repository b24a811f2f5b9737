package io.zhenggai.gateway.routing;

import java.util.List;
import java.util.Locale;

/** What files a route takes. */
public enum Uploads {
    /** None: every body is an ordinary one. */
    NONE {
        @Override
        long limit(List<String> segments, String contentType, BodyLimits limits) {
            return limits.ordinary();
        }
    },
    /** Forms with files and tables, as {@code multipart/*} or {@code text/csv}. */
    FORMS_AND_TABLES {
        @Override
        long limit(List<String> segments, String contentType, BodyLimits limits) {
            String type = contentType.strip().toLowerCase(Locale.ROOT);
            boolean file = type.startsWith("multipart/") || type.matches("text/csv(\\s*;.*)?");
            return file ? limits.upload() : limits.ordinary();
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

    /**
     * @param segments those behind the route's own
     * @param contentType the header field as sent; empty where there is none
     * @return how many bytes a body may have
     */
    abstract long limit(List<String> segments, String contentType, BodyLimits limits);
}
