package io.zhenggai.gateway.problem;

import java.util.Arrays;

/**
 * The kinds of refusal that the gateway itself gives, with their stable addresses (RFC 9457, section 3.1.1); where a service
 * knows the same kind, address and title are the same. Additive only.
 */
public enum ProblemType {
    /** The request cannot be read. */
    INVALID_REQUEST("invalid-request", 400, "请求内容有误", "The request is not valid"),
    /** No token, or one that is not good. */
    UNAUTHENTICATED("unauthenticated", 401, "未登录或登录已失效", "Not signed in, or no longer"),
    /** The role may not do this. */
    FORBIDDEN("forbidden", 403, "无权进行此操作", "Not allowed"),
    /** There is nothing at this address. */
    NOT_FOUND("not-found", 404, "未找到", "Not found"),
    /** The address is right, the method is not. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "不支持此请求方法", "Method not allowed"),
    /** No representation that the caller accepts. */
    NOT_ACCEPTABLE("not-acceptable", 406, "无法提供所要求的格式", "Not acceptable"),
    /** The body came too slowly. */
    REQUEST_TOO_SLOW("request-too-slow", 408, "请求内容传输过慢", "The body came too slowly"),
    /** The body is over the limit. */
    TOO_LARGE("too-large", 413, "请求内容过大", "The body is too large"),
    /** The address is over the limit. */
    URI_TOO_LONG("uri-too-long", 414, "请求地址过长", "The address is too long"),
    /** The body's media type is none that is read here. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "不支持的内容格式", "Unsupported media type"),
    /** The header fields together are over the limit. */
    HEADERS_TOO_LARGE("headers-too-large", 431, "请求头过大", "The header fields are too large"),
    /** Our fault. */
    INTERNAL("internal", 500, "系统内部错误", "Internal error"),
    /** A service broke off before it answered: whether it acted is not known. */
    SERVICE_BROKE_OFF("service-broke-off", 502, "服务应答中断", "The service broke off"),
    /** A service cannot be reached: it has done nothing. */
    SERVICE_UNAVAILABLE("service-unavailable", 503, "服务暂不可用", "Service unavailable"),
    /** A service did not answer in time: whether it acted is not known. */
    SERVICE_TIMED_OUT("service-timed-out", 504, "服务响应超时", "The service did not answer in time"),
    /** Spoken to in another version of HTTP than 1.1. */
    HTTP_VERSION_NOT_SUPPORTED("http-version-not-supported", 505, "不支持此 HTTP 版本", "HTTP version not supported");

    private final String slug;
    private final int status;
    private final Words title;

    ProblemType(String slug, int status, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.title = new Words(zh, en);
    }

    /** @return the stable address */
    public String uri() {
        return "https://zhenggai.io/problems/" + slug;
    }

    /** @return the HTTP status, 400 to 599 */
    public int status() {
        return status;
    }

    /** @return what the kind is called */
    public Words title() {
        return title;
    }

    /** @return the kind of that status; for an unknown one {@link #INVALID_REQUEST} below 500, else {@link #INTERNAL} */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
    }
}
