package io.zhenggai.issue.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of several new issues whose source item is in the ledger already.
 *
 * @param index the issue's place among the new ones, from 0
 * @param ledgerNumber the issue that has the source item
 * @param sameDescription whether it was registered in the very same words
 */
public record AlreadyRegistered(int index, String ledgerNumber, boolean sameDescription) {

    /** @return the new ones, in their order, that none of those stands for */
    static <T> List<T> without(List<AlreadyRegistered> known, List<T> from) {
        Set<Integer> left = known.stream().map(AlreadyRegistered::index).collect(Collectors.toSet());
        return IntStream.range(0, from.size())
                .filter(index -> !left.contains(index))
                .mapToObj(from::get)
                .toList();
    }
}
