package io.zhenggai.plan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IdPagesTest {

    private static final String QUESTION = "plans of 410100";

    @Test
    void thePageBehindBeginsWhereThisOneEnded() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        Page<UUID> page = IdPages.of(List.of(first, second), page(null), QUESTION, Function.identity(), null);

        assertThat(page.items()).containsExactly(first);
        assertThat(IdPages.behind(page(page.next()), QUESTION)).contains(first);
    }

    @Test
    void theFirstPageIsBehindNothing() {
        assertThat(IdPages.behind(page(null), QUESTION)).isEmpty();
    }

    @Test
    void aCursorThatHoldsNoIdIsRefused() {
        String forged = new Cursor(List.of("' or 1 = 1"), QUESTION).encoded();

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> IdPages.behind(page(forged), QUESTION));

        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    private static PageRequest page(String cursor) {
        return new PageRequest(1, Optional.ofNullable(cursor), false);
    }
}
