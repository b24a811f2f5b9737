package io.zhenggai.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.zhenggai.kit.database.DatabaseFailure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives what the framework refuses (401, 403, 404, 405, 415, 500 …) the same form as our own refusals. */
@Singleton
public class FrameworkMappers {

    private static final Logger LOG = Logger.getLogger(FrameworkMappers.class);

    private final Problems problems;
    private final AllowedMethods allowed;

    FrameworkMappers(Problems problems, AllowedMethods allowed) {
        this.problems = problems;
        this.allowed = allowed;
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
    public Response refused(WebApplicationException exception, UriInfo address) {
        Response original = exception.getResponse();
        if (original.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return original;
        }
        Response answer = problems.answer(original.getStatus(), original.getHeaders());
        if (original.getStatus() != ProblemType.METHOD_NOT_ALLOWED.status()) {
            return answer;
        }
        return Response.fromResponse(answer)
                .header(HttpHeaders.ALLOW, allowed.at(address.getRequestUri().getPath()))
                .build();
    }

    /**
     * What nobody caught. The database being away is nobody's fault here; of all else the trace id leads to the log, and
     * nothing more leaves the house.
     */
    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        Optional<DatabaseFailure> database = DatabaseFailure.of(failure);
        if (database.isPresent()) {
            LOG.warnf("a request found the database %s: %s", database.get(), failure);
            return problems.answer(refusal(database.get()));
        }
        return problems.unexpected(failure);
    }

    private static Refusal refusal(DatabaseFailure failure) {
        return switch (failure) {
            case OUT_OF_REACH ->
                new Refusal(
                        ProblemType.SERVICE_UNAVAILABLE,
                        "数据库暂时无法访问，请稍后重试。",
                        "The database is out of reach for the moment; try again later.");
            case CONTENDED ->
                new Refusal(
                        ProblemType.CONFLICT,
                        "数据正被他人修改，请稍后重试。",
                        "Somebody else is changing the same thing at this moment; try again.");
        };
    }

    private Response unauthenticated(String challenge) {
        return Response.fromResponse(problems.answer(ProblemType.UNAUTHENTICATED))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
