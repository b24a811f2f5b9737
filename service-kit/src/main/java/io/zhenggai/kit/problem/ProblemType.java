package io.zhenggai.kit.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.OptionalInt;

/** The kinds of refusal, each with its stable address and HTTP status (RFC 9457, section 3.1.1). Additive only. */
public enum ProblemType {
    /** Syntax, types, bounds, unknown fields. */
    INVALID_REQUEST(
            "invalid-request",
            400,
            "请求内容有误",
            "The request is not valid",
            "请求未被接受，请核对后重试。",
            "The request was refused; check it and try again."),
    /** No token, or one that is not good. */
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "未登录或登录已失效",
            "Not signed in, or no longer",
            "请登录后重试；登录已失效的，请重新登录。",
            "Sign in and try again; a token that was given before may have expired."),
    /** The role may not do this. */
    FORBIDDEN(
            "forbidden",
            403,
            "无权进行此操作",
            "Not allowed",
            "您的角色无权进行此操作；确需办理的，请联系有权限的单位。",
            "Your role may not do this; ask somebody whose role may."),
    /** Not there, or not there for this caller. */
    NOT_FOUND(
            "not-found",
            404,
            "未找到",
            "Not found",
            "此地址没有内容，或者不在您的范围内；请核对地址。",
            "There is nothing at this address, or nothing within your scope; check the address."),
    /** The address is right, the method is not. */
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "不支持此请求方法",
            "Method not allowed",
            "此地址不支持该请求方法；可用的方法见接口文档。",
            "This address does not know the method; the contract names those that it knows."),
    /** No representation that the caller accepts. */
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "无法提供所要求的格式",
            "Not acceptable",
            "此地址不提供 Accept 所要求的格式；除文件下载外均为 application/json。",
            "This address has none of the media types in Accept; apart from files it is application/json."),
    /** The thing's state does not allow the move. */
    ILLEGAL_TRANSITION(
            "illegal-transition",
            409,
            "当前状态不允许此操作",
            "The present state does not allow this",
            "该事项当前状态不允许此操作。",
            "Where the thing stands it does not allow this."),
    /** Another change was faster, or the same thing is there already. */
    CONFLICT(
            "conflict",
            409,
            "与现有数据冲突",
            "In conflict with what is there",
            "请求与现有数据冲突，请刷新后重试。",
            "The request is in conflict with what is there; read again and try again."),
    /** The same request, by its {@code Idempotency-Key}, is being worked on. */
    REQUEST_IN_PROGRESS(
            "request-in-progress",
            409,
            "同一请求正在处理",
            "The same request is being worked on",
            "使用同一 Idempotency-Key 的请求正在处理，请稍后重试。",
            "A request with this Idempotency-Key is being worked on; try again in a moment."),
    /** {@code If-Match} names an older version. */
    STALE_VERSION(
            "stale-version",
            412,
            "数据已有更新，请刷新后重试",
            "Changed meanwhile",
            "数据在您读取之后已有更新，请刷新后重试。",
            "It was changed after you read it; read again and try again."),
    /** The body is over the limit. */
    TOO_LARGE(
            "too-large",
            413,
            "请求内容过大",
            "The body is too large",
            "请求内容超过允许的大小。",
            "The body is larger than this address takes."),
    /** The body's media type is none that is read here. */
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "不支持的内容格式",
            "Unsupported media type",
            "此地址不接受该格式的请求内容；除上传文件外请使用 application/json。",
            "This address does not take a body of this media type; apart from files it is application/json."),
    /** The part of a file that was asked for lies behind its end. */
    RANGE_NOT_SATISFIABLE(
            "range-not-satisfiable",
            416,
            "所请求的部分超出文件范围",
            "No such part of the file",
            "Range 所请求的部分超出文件末尾；文件长度见应答头 Content-Range。",
            "Range asks for what lies behind the end of the file; Content-Range tells how long it is."),
    /** Well-formed, but what it says cannot be: an unknown region, a date outside the campaign. */
    UNPROCESSABLE(
            "unprocessable",
            422,
            "请求内容不符合业务规则",
            "The content breaks a rule",
            "请求内容不符合业务规则。",
            "What the content says cannot be."),
    /** The {@code Idempotency-Key} was used for another request. */
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            422,
            "Idempotency-Key 已用于另一请求",
            "The Idempotency-Key was used for another request",
            "该 Idempotency-Key 已用于另一请求；新的请求请使用新的 Idempotency-Key。",
            "This Idempotency-Key was used for another request; a new request needs a new one."),
    /** {@code If-Match} is missing. */
    PRECONDITION_REQUIRED(
            "precondition-required",
            428,
            "请提供 If-Match 请求头",
            "If-Match is required",
            "修改前请先读取，并在 If-Match 中注明所读取的版本。",
            "Read the thing first and name the version that you read in If-Match."),
    /** Our fault. */
    INTERNAL(
            "internal",
            500,
            "系统内部错误",
            "Internal error",
            "系统处理时出错，请稍后重试；如仍有问题，请将 traceId 告知管理员。",
            "Something failed here; try again later, and if it stays, tell the operators the traceId."),
    /** For the moment not able. */
    SERVICE_UNAVAILABLE(
            "service-unavailable",
            503,
            "服务暂不可用",
            "Service unavailable",
            "服务暂不可用，请稍后重试。",
            "The service is not able to answer for the moment; try again later.");

    private final String slug;
    private final int status;
    private final Words title;
    private final Words advice;

    ProblemType(String slug, int status, String zh, String en, String zhAdvice, String enAdvice) {
        this.slug = slug;
        this.status = status;
        this.title = new Words(zh, en);
        this.advice = new Words(zhAdvice, enAdvice);
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

    /** @return what to do about it, in a sentence; the detail where nothing more precise is known of the case */
    public Words advice() {
        return advice;
    }

    /** @return after how many seconds the same request may succeed; empty where that is not a matter of time */
    public OptionalInt retryAfterSeconds() {
        return switch (this) {
            case REQUEST_IN_PROGRESS -> OptionalInt.of(1);
            // As long as a database needs to come back when it is merely started again.
            case SERVICE_UNAVAILABLE -> OptionalInt.of(5);
            default -> OptionalInt.empty();
        };
    }

    /** @return the first kind of that status; for an unknown one {@link #INVALID_REQUEST} below 500, else {@link #INTERNAL} */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
    }
}
