package io.zhenggai.issue.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be done with the items of a delivery, by their places from 0. Items are compared with the ledger as it was before, and not with
 * each other: whoever wrote the lines of one document tells them apart. Only the very same source item twice is once.
 *
 * @param register what is new
 * @param propose what is likely the same as an open issue
 * @param again what is the same source item as an earlier one that is to be registered or proposed, with that one's place
 */
record DeliveryPlan(List<Integer> register, List<Integer> propose, Map<Integer, Integer> again) {

    /**
     * @param keys of the source items, in their order
     * @param settled the places of what is refused, registered or proposed already
     * @param likely the places of what is likely the same as an open issue
     */
    static DeliveryPlan of(List<String> keys, Set<Integer> settled, Set<Integer> likely) {
        List<Integer> register = new ArrayList<>();
        List<Integer> propose = new ArrayList<>();
        Map<Integer, Integer> again = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (settled.contains(i)) {
                continue;
            }
            Integer before = first.putIfAbsent(keys.get(i), i);
            if (before != null) {
                again.put(i, before);
            } else if (likely.contains(i)) {
                propose.add(i);
            } else {
                register.add(i);
            }
        }
        return new DeliveryPlan(register, propose, again);
    }
}
