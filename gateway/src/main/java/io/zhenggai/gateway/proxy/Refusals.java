package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.problem.ProblemType.HTTP_VERSION_NOT_SUPPORTED;
import static io.zhenggai.gateway.problem.ProblemType.NOT_FOUND;
import static io.zhenggai.gateway.problem.ProblemType.REQUEST_TOO_SLOW;
import static io.zhenggai.gateway.problem.ProblemType.SERVICE_BROKE_OFF;
import static io.zhenggai.gateway.problem.ProblemType.SERVICE_TIMED_OUT;
import static io.zhenggai.gateway.problem.ProblemType.SERVICE_UNAVAILABLE;
import static io.zhenggai.gateway.problem.ProblemType.TOO_LARGE;
import static io.zhenggai.gateway.problem.ProblemType.UNAUTHENTICATED;

import io.zhenggai.gateway.problem.Problem;
import io.zhenggai.gateway.problem.Words;
import io.zhenggai.gateway.routing.Service;

/** What may go wrong between a caller and a service, in words. */
final class Refusals {

    static final Problem HTTP_1_0 = Problem.of(
            HTTP_VERSION_NOT_SUPPORTED,
            "接口请使用 HTTP/1.1 访问；如经反向代理访问，请将代理的上游协议设为 HTTP/1.1。",
            "Use HTTP/1.1 here; a reverse proxy must be told to use it towards its upstream.");

    static final Problem NO_TOKEN = Problem.of(
            UNAUTHENTICATED,
            "请先登录，并在 Authorization 请求头中提供访问令牌（Bearer）。",
            "Sign in and send the access token in the Authorization header (Bearer).");

    static final Problem BAD_TOKEN = Problem.of(
            UNAUTHENTICATED, "访问令牌无效或已过期，请重新登录。", "The access token is not valid or has expired; sign in again.");

    static final Problem PROVIDER_UNAVAILABLE = Problem.of(
            SERVICE_UNAVAILABLE,
            "统一身份认证服务暂时无法访问，请稍后重试。",
            "The identity provider cannot be reached at present; try again later.");

    static final Problem NO_SUCH_PATH =
            Problem.of(NOT_FOUND, "没有该接口地址，请核对后重试。", "There is no such address in this API.");

    static final Problem TOO_SLOW = Problem.of(
            REQUEST_TOO_SLOW,
            "请求内容传输过慢，未作任何处理，请检查网络后重新提交。",
            "The body came too slowly, and nothing was done. Look at the line, then send it again.");

    private static final long KIB = 1024;

    private Refusals() {}

    static Problem tooLarge(long limit) {
        return Problem.of(
                TOO_LARGE, new Words("此处的请求内容不得超过 %s。", "A body may have at most %s here.").with(size(limit)));
    }

    static Problem unavailable(Service service) {
        return Problem.of(
                SERVICE_UNAVAILABLE,
                named(
                        service,
                        "%s暂时无法访问，本次操作没有执行，请稍后重试。",
                        "%s cannot be reached at present; nothing was done. Try again later."));
    }

    static Problem timedOut(Service service) {
        return Problem.of(
                SERVICE_TIMED_OUT,
                named(
                        service,
                        "%s未在规定时间内应答，操作是否生效尚不确定，请先核对再重试。",
                        "%s did not answer in time; whether it acted is not known. Look before you repeat."));
    }

    static Problem brokeOff(Service service) {
        return Problem.of(
                SERVICE_BROKE_OFF,
                named(
                        service,
                        "%s在应答前中断了连接，操作是否生效尚不确定，请先核对再重试。",
                        "%s broke off before it answered; whether it acted is not known. Look before you repeat."));
    }

    private static Words named(Service service, String zh, String en) {
        return new Words(
                zh.formatted(service.displayName().zh()),
                en.formatted(service.displayName().en()));
    }

    private static String size(long bytes) {
        if (bytes % (KIB * KIB) == 0) {
            return bytes / (KIB * KIB) + " MiB";
        }
        return bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " B";
    }
}
