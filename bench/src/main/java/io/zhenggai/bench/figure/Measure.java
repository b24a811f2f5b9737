package io.zhenggai.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Something that is measured in rounds; each round measures limit and thing one after the other. */
public interface Measure {

    /** So many rounds only warm up: the compilers of services that have just started are busy for some hundred thousand events. */
    int WARMING_UP = 10;

    /** @return for machines, in camelCase */
    String name();

    /** @return for people: what is measured, and how much of it */
    String words();

    /** @return what each round gives, in the order of its numbers */
    List<Quantity> quantities();

    /**
     * Measures once.
     *
     * @param number counted from 0, those that warm up among them
     * @return one number for each quantity
     */
    List<Double> round(int number) throws Exception;

    /** Warms up, measures that many rounds and leaves the numbers of the warming up out. */
    default Finding run(int rounds) throws Exception {
        List<List<Double>> numbers = new ArrayList<>();
        for (int number = 0; number < WARMING_UP + rounds; number++) {
            numbers.add(round(number));
        }
        List<List<Double>> kept = numbers.subList(WARMING_UP, numbers.size());
        List<Figure> figures = IntStream.range(0, quantities().size())
                .mapToObj(index -> new Figure(
                        quantities().get(index),
                        kept.stream().map(round -> round.get(index)).toList()))
                .toList();
        return new Finding(name(), words(), figures);
    }
}
