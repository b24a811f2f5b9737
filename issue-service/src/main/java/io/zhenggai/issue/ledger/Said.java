package io.zhenggai.issue.ledger;

/** What the contract says of answers that many operations give. */
public final class Said {

    /** 200 of a change. */
    public static final String AS_IT_IS_NOW = "the issue as it is now 办理后的问题";
    /** 304. */
    public static final String NOT_MODIFIED = "the caller has this very state 内容未变";
    /** 400. */
    public static final String INVALID = "fields are missing, unknown or not of their form 请求内容有误";
    /** 401. */
    public static final String UNAUTHENTICATED = "no token, or one that is not good 未登录或登录已失效";
    /** 403. */
    public static final String FORBIDDEN = "not for this role, or this person, to do 无权进行此操作";
    /** 404, also for another region's thing. */
    public static final String NOT_FOUND = "not there, or not there for the caller 未找到";
    /** 409 of a move. */
    public static final String ILLEGAL_MOVE =
            "the issue's status does not allow it; legalMoves names what it allows 当前状态不允许此操作";
    /** 412. */
    public static final String STALE = "changed by somebody else meanwhile 数据已被他人更新";
    /** 413. */
    public static final String TOO_LARGE = "the body is too large 请求内容过大";
    /** 415. */
    public static final String UNSUPPORTED = "not a media type that is read here 不支持的内容格式";
    /** 422. */
    public static final String UNPROCESSABLE = "well-formed, but breaks a rule named in violations 不符合业务规则";
    /** 428. */
    public static final String PRECONDITION_REQUIRED = "If-Match is missing 缺少 If-Match 请求头";

    private Said() {}
}
