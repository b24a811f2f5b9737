package io.zhenggai.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.kit.http.TraceId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the answer of a refusal in the language of the request at hand. */
@Singleton
class Problems {

    private final CurrentVertxRequest request;

    Problems(CurrentVertxRequest request) {
        this.request = request;
    }

    HttpProblem of(Refusal refusal) {
        Locale locale = locale();
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(refusal.type().uri())
                .withTitle(refusal.type().title().in(locale))
                .withStatus(refusal.type().status())
                .withDetail(refusal.detail().in(locale));
        if (!refusal.violations().isEmpty()) {
            builder.with("violations", written(refusal.violations(), locale));
        }
        refusal.members().forEach(builder::with);
        return common(builder).build();
    }

    /** The same form for what the framework refuses; its own words are not shown, they name classes. */
    HttpProblem of(int status, @Nullable HttpProblem original) {
        ProblemType type = ProblemType.ofStatus(status);
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title().in(locale()))
                .withStatus(status);
        if (original != null) {
            original.getHeaders().forEach(builder::withHeader);
        }
        return common(builder).build();
    }

    Response answer(Refusal refusal) {
        return of(refusal).toResponse();
    }

    private HttpProblem.Builder common(HttpProblem.Builder builder) {
        Optional<RoutingContext> context = Optional.ofNullable(request.getCurrent());
        context.ifPresent(at -> {
            builder.withInstance(URI.create(at.request().path()));
            builder.with("traceId", TraceId.of(at));
        });
        return builder;
    }

    private Locale locale() {
        return Optional.ofNullable(request.getCurrent())
                .map(RoutingContext::preferredLanguage)
                .map(language -> Locale.forLanguageTag(language.tag()))
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    private static List<WrittenViolation> written(List<Violation> violations, Locale locale) {
        return violations.stream()
                .map(violation -> new WrittenViolation(
                        violation.field(),
                        violation.row().orElse(null),
                        violation.message().in(locale)))
                .toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WrittenViolation(String field, @Nullable Integer row, String message) {}
}
