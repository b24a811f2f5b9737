package io.zhenggai.kit.problem;

import java.net.URI;
import java.util.Arrays;

/** The kinds of refusal, each with its stable address and HTTP status (RFC 9457, section 3.1.1). Additive only. */
public enum ProblemType {
    /** Syntax, types, bounds, unknown fields. */
    INVALID_REQUEST("invalid-request", 400, "请求内容有误", "The request is not valid"),
    /** No token, or one that is not good. */
    UNAUTHENTICATED("unauthenticated", 401, "未登录或登录已失效", "Not signed in, or no longer"),
    /** The role may not do this. */
    FORBIDDEN("forbidden", 403, "无权进行此操作", "Not allowed"),
    /** Not there, or not there for this caller. */
    NOT_FOUND("not-found", 404, "未找到", "Not found"),
    /** The address is right, the method is not. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "不支持此请求方法", "Method not allowed"),
    /** No representation that the caller accepts. */
    NOT_ACCEPTABLE("not-acceptable", 406, "无法提供所要求的格式", "Not acceptable"),
    /** The thing's state does not allow the move. */
    ILLEGAL_TRANSITION("illegal-transition", 409, "当前状态不允许此操作", "The present state does not allow this"),
    /** Another change was faster, or the same thing is there already. */
    CONFLICT("conflict", 409, "与现有数据冲突", "In conflict with what is there"),
    /** {@code If-Match} names an older version. */
    STALE_VERSION("stale-version", 412, "数据已有更新，请刷新后重试", "Changed meanwhile"),
    /** The body is over the limit. */
    TOO_LARGE("too-large", 413, "请求内容过大", "The body is too large"),
    /** The body's media type is none that is read here. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "不支持的内容格式", "Unsupported media type"),
    /** Well-formed, but what it says cannot be: an unknown region, a date outside the campaign. */
    UNPROCESSABLE("unprocessable", 422, "请求内容不符合业务规则", "The content breaks a rule"),
    /** {@code If-Match} is missing. */
    PRECONDITION_REQUIRED("precondition-required", 428, "请提供 If-Match 请求头", "If-Match is required"),
    /** Our fault. */
    INTERNAL("internal", 500, "系统内部错误", "Internal error"),
    /** For the moment not able. */
    SERVICE_UNAVAILABLE("service-unavailable", 503, "服务暂不可用", "Service unavailable");

    private final String slug;
    private final int status;
    private final Words title;

    ProblemType(String slug, int status, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.title = new Words(zh, en);
    }

    /** @return the stable address */
    public URI uri() {
        return URI.create("https://zhenggai.io/problems/" + slug);
    }

    /** @return the HTTP status, 400 to 599 */
    public int status() {
        return status;
    }

    /** @return what the kind is called */
    public Words title() {
        return title;
    }

    /** @return the first kind of that status; for an unknown one {@link #INVALID_REQUEST} below 500, else {@link #INTERNAL} */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
    }
}
