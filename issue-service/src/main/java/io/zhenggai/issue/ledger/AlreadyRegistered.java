package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Optional;
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

    /** @param number where it may be told */
    static Refusal refusal(Optional<String> number) {
        return new Refusal(
                ProblemType.CONFLICT,
                "该来源条目已经登记" + number.map(found -> "，编号 " + found).orElse("")
                        + "，请勿重复登记。同一来源、文号、条目号、地区只登记一次；没有条目号的，描述也相同视为重复；没有文号的，日期和描述均相同视为重复；另有人反映同一问题的，请在该问题下增加来源。",
                "This source item is registered already"
                        + number.map(found -> " as " + found).orElse("")
                        + ": the same source, document, item and region; without an item number, the same description too;"
                        + " without a document number, the same date and description too. What somebody else said of it is added to that issue.");
    }

    /** @return the new ones, in their order, that none of those stands for */
    static <T> List<T> without(List<AlreadyRegistered> known, List<T> from) {
        Set<Integer> left = known.stream().map(AlreadyRegistered::index).collect(Collectors.toSet());
        return IntStream.range(0, from.size())
                .filter(index -> !left.contains(index))
                .mapToObj(from::get)
                .toList();
    }
}
