package io.zhenggai.kit.json;

import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violations;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;

/** Holds items against the constraints of their own, each by itself. */
@Singleton
public class ItemChecks {

    private final Validator validator;
    private final Violations violations;

    ItemChecks(Validator validator, Violations violations) {
        this.validator = validator;
        this.violations = violations;
    }

    /** @return the items in their order, refused where they break a constraint */
    public <T> List<Item<T>> check(List<Item<T>> items) {
        return items.stream().map(this::check).toList();
    }

    private <T> Item<T> check(Item<T> item) {
        Set<ConstraintViolation<T>> found =
                item.value().map(validator::<T>validate).orElse(Set.of());
        return found.isEmpty() ? item : Item.refused(Refusal.invalid(violations.of(found)));
    }
}
