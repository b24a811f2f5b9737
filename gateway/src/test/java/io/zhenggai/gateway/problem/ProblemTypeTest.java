package io.zhenggai.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void addressesAreStableAndDistinct() {
        assertThat(ProblemType.values())
                .extracting(ProblemType::uri)
                .doesNotHaveDuplicates()
                .allMatch(uri -> uri.matches("https://zhenggai\\.io/problems/[a-z-]+"))
                .contains("https://zhenggai.io/problems/service-unavailable");
    }

    @Test
    void anUnknownStatusIsTheCallersFaultBelow500AndOursFromThere() {
        assertThat(ProblemType.ofStatus(418)).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(ProblemType.ofStatus(499)).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(ProblemType.ofStatus(507)).isEqualTo(ProblemType.INTERNAL);
        assertThat(Problem.ofStatus(507).status()).isEqualTo(507);
    }
}
