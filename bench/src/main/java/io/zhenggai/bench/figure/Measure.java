package io.zhenggai.bench.figure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Something that is measured in rounds; each round measures limit and thing one after the other. */
public interface Measure extends AutoCloseable {

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

    /** @return how many rounds only warm up */
    default int warmingUp() {
        return 10;
    }

    @Override
    void close() throws SQLException;

    /** Warms up, measures that many rounds and leaves the numbers of the warming up out. */
    default Finding run(int rounds) throws Exception {
        List<List<Double>> numbers = new ArrayList<>();
        for (int number = 0; number < warmingUp() + rounds; number++) {
            numbers.add(round(number));
        }
        List<List<Double>> kept = numbers.subList(warmingUp(), numbers.size());
        List<Figure> figures = IntStream.range(0, quantities().size())
                .mapToObj(index -> new Figure(
                        quantities().get(index),
                        kept.stream().map(round -> round.get(index)).toList()))
                .toList();
        return new Finding(name(), words(), figures);
    }
}
