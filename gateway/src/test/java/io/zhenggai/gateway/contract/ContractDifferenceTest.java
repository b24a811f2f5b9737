package io.zhenggai.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractDifferenceTest {

    @Test
    void orderAndNotationDoNotCount() {
        assertThat(ContractDifference.between("a: {x: 1, y: \"2\"}", "{\"a\": {\"y\": \"2\", \"x\": 1}}"))
                .isEmpty();
    }

    @Test
    void namesEachPlaceWithBothValues() {
        assertThat(ContractDifference.between(
                        "{paths: {/api/v1/issues: {get: {summary: old}}}, tags: [{name: a}]}",
                        "{paths: {/api/v1/issues: {get: {summary: new, x: 1}}}, tags: [{name: b}]}"))
                .containsExactly(
                        "/paths/~1api~1v1~1issues/get/summary: published \"old\", now \"new\"",
                        "/paths/~1api~1v1~1issues/get/x: published nothing, now 1",
                        "/tags/0/name: published \"a\", now \"b\"");
    }

    @Test
    void listsOfUnequalLengthDifferAsAWhole() {
        assertThat(ContractDifference.between("{enum: [A]}", "{enum: [A, B]}"))
                .containsExactly("/enum: published [\"A\"], now [\"A\",\"B\"]");
    }
}
