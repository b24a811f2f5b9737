package io.zhenggai.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives what the framework refuses (401, 403, 404, 405, 415, 500 …) the same form as our own refusals. */
@Singleton
public class FrameworkMappers {

    private static final Logger LOG = Logger.getLogger(FrameworkMappers.class);

    private final Problems problems;

    FrameworkMappers(Problems problems) {
        this.problems = problems;
    }

    /** No token. */
    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException exception) {
        return unauthenticated("Bearer");
    }

    /** A token that is not good. */
    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException exception) {
        LOG.debugf("a token was refused: %s", exception.getMessage());
        return unauthenticated("Bearer error=\"invalid_token\"");
    }

    /** A role that may not. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException exception) {
        return problems.answer(ProblemType.FORBIDDEN);
    }

    /** Everything that Jakarta REST refuses by itself. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException exception) {
        Response original = exception.getResponse();
        return problems.answer(original.getStatus(), original.getHeaders());
    }

    /** What nobody expected: the trace id leads to the log, nothing else leaves the house. */
    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        LOG.errorf(failure, "request with trace id %s failed", problems.traceId());
        return problems.answer(ProblemType.INTERNAL);
    }

    private Response unauthenticated(String challenge) {
        return Response.fromResponse(problems.answer(ProblemType.UNAUTHENTICATED))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
