package io.zhenggai.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.zhenggai.gateway.problem.Problem;
import io.zhenggai.gateway.problem.ProblemType;
import io.zhenggai.gateway.problem.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the head of every request must be like, before anybody looks at what it wants. */
final class HeadRules {

    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final int uriLimit;
    private final int headerLimit;

    /**
     * @param uriLimit bytes of the request target, inclusive
     * @param headerLimit bytes of all names and values, inclusive
     */
    HeadRules(int uriLimit, int headerLimit) {
        this.uriLimit = uriLimit;
        this.headerLimit = headerLimit;
    }

    /** @return what is wrong; empty when nothing is */
    Optional<Problem> broken(HttpServerRequest request) {
        if (request.uri().length() > uriLimit) {
            return Optional.of(Problem.of(
                    ProblemType.URI_TOO_LONG,
                    new Words("请求地址不得超过 %d 字节。", "An address may have at most %d bytes.").with(uriLimit)));
        }
        if (size(request.headers()) > headerLimit) {
            return Optional.of(Problem.of(
                    ProblemType.HEADERS_TOO_LARGE,
                    new Words("请求头合计不得超过 %d 字节。", "The header fields together may have at most %d bytes.")
                            .with(headerLimit)));
        }
        if (!hasOneHost(request)) {
            return Optional.of(Problem.of(
                    ProblemType.INVALID_REQUEST, "请求必须且只能带一个有效的 Host 请求头。", "There must be one valid Host field."));
        }
        if (!isChunkedOrNothing(request.headers())) {
            return Optional.of(Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "Transfer-Encoding 只支持 chunked。",
                    "The only transfer coding that is read here is chunked."));
        }
        if (!isPrintable(request.uri())) {
            return Optional.of(Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "请求地址中有未编码的字符，请按 UTF-8 进行百分号编码。",
                    "The address holds characters that must be percent-encoded as UTF-8."));
        }
        return Optional.empty();
    }

    private static long size(MultiMap headers) {
        long size = 0;
        for (Map.Entry<String, String> field : headers) {
            size += field.getKey().length() + field.getValue().length();
        }
        return size;
    }

    /** RFC 9112, section 3.2; HTTP/1.0 knew no such field. */
    private static boolean hasOneHost(HttpServerRequest request) {
        int hosts = request.headers().getAll("Host").size();
        return hosts == 0 ? request.version() == HttpVersion.HTTP_1_0 : hosts == 1 && request.authority() != null;
    }

    /** Two readers that take another coding for different things see different requests (RFC 9112, section 6.1). */
    private static boolean isChunkedOrNothing(MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked");
    }

    private static boolean isPrintable(String uri) {
        return uri.chars().allMatch(c -> c > ' ' && c < 127 && c != '#');
    }
}
