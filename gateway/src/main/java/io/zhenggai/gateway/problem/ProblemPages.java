package io.zhenggai.gateway.problem;

import io.vertx.ext.web.Router;
import io.zhenggai.gateway.document.PackedText;
import io.zhenggai.gateway.document.Representation;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /problems}: what the kinds of refusals mean, to be read without a token; {@code docs/problems.md} in plain text. */
@Singleton
class ProblemPages {

    private static final String HEADING = "## ";

    private final Representation all;
    private final Map<String, Representation> bySlug;

    ProblemPages() {
        String text = PackedText.read("/problems.md");
        this.all = page(text);
        this.bySlug = Arrays.stream(text.split("(?m)^(?=" + HEADING + ")"))
                .filter(section -> section.startsWith(HEADING))
                .collect(Collectors.toMap(
                        section -> section.substring(HEADING.length(), section.indexOf('\n')), ProblemPages::page));
    }

    void open(@Observes Router router) {
        router.route("/problems").handler(all::sendTo);
        router.route("/problems/:slug").handler(context -> Optional.ofNullable(bySlug.get(context.pathParam("slug")))
                .ifPresentOrElse(page -> page.sendTo(context), context::next));
    }

    private static Representation page(String text) {
        return Representation.of("text/plain", text);
    }
}
