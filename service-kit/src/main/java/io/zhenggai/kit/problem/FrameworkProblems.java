package io.zhenggai.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the refusals of the framework (401, 403, 404, 405, 415, 500 …) the same form as our own. */
@ApplicationScoped
public class FrameworkProblems implements ProblemPostProcessor {

    private final Problems problems;

    FrameworkProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        return problems.of(problem.getStatusCode(), problem);
    }

    /** Before the library's own defaults, which would fill what is left empty here. */
    @Override
    public int priority() {
        return 1_000;
    }
}
