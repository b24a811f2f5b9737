package io.zhenggai.plan.plan.content;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Something with its place in a plan.
 *
 * @param path as violations name it, such as {@code goals[0].tasks[1].measures[0]}
 */
public record At<T>(String path, T thing) {

    static <T> List<At<T>> all(String path, List<T> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> new At<>(path + "[" + i + "]", list.get(i)))
                .toList();
    }
}
