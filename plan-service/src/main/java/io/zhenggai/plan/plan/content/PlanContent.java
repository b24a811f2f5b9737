package io.zhenggai.plan.plan.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a plan says. A draft may be incomplete; what is missing is said when it is submitted.
 *
 * @param goals 目标, at most 50
 * @param uncovered issues for which there is no measure, each with the reason; at most 1,000
 */
public record PlanContent(
        @Size(max = 50) List<@NotNull @Valid Goal> goals,
        @Size(max = 1_000) List<@NotNull @Valid Uncovered> uncovered) {

    /** Nothing said means none. */
    @SuppressWarnings("ConstantValue")
    public PlanContent {
        goals = goals == null ? List.of() : goals;
        uncovered = uncovered == null ? List.of() : uncovered;
    }

    /** @return the tasks with their places */
    public List<At<Task>> tasks() {
        List<At<Task>> tasks = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            tasks.addAll(At.all("goals[" + i + "].tasks", goals.get(i).tasks()));
        }
        return tasks;
    }

    /** @return the measures with their places */
    public List<At<Measure>> measures() {
        return tasks().stream()
                .flatMap(task -> At.all(task.path() + ".measures", task.thing().measures()).stream())
                .toList();
    }

    /** @return every reference to an issue, with its place */
    public List<At<String>> references() {
        Stream<At<String>> covered = measures().stream()
                .flatMap(measure ->
                        At.all(measure.path() + ".issues", measure.thing().issues()).stream());
        Stream<At<String>> left = At.all("uncovered", uncovered).stream()
                .map(one -> new At<>(one.path() + ".issue", one.thing().issue()));
        return Stream.concat(covered, left).toList();
    }

    /** @return the words by which a reviewer names a part: the whole, a goal, a task, a measure, or what is uncovered */
    public List<String> sections() {
        return Stream.of(
                        Stream.of("plan", "uncovered"),
                        At.all("goals", goals).stream().map(At::path),
                        tasks().stream().map(At::path),
                        measures().stream().map(At::path))
                .flatMap(sections -> sections)
                .toList();
    }
}
