package io.zhenggai.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03", "57014", "58030", "25006", "25P03"})
    void someStatesMeanThatItIsOutOfReach(String state) {
        assertThat(DatabaseFailure.of(new SQLException("x", state))).contains(DatabaseFailure.OUT_OF_REACH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void someMeanThatAnotherWasFaster(String state) {
        assertThat(DatabaseFailure.of(new SQLException("x", state))).contains(DatabaseFailure.CONTENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22021", "25P02", "", "8"})
    void theOthersWouldComeAgain(String state) {
        assertThat(DatabaseFailure.of(new SQLException("x", state))).isEmpty();
    }

    @Test
    void aPortWhereNobodyListensIsOutOfReach() {
        assertThat(DatabaseFailure.of(catchConnecting())).contains(DatabaseFailure.OUT_OF_REACH);
    }

    private static SQLException catchConnecting() {
        try {
            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=5")
                    .close();
            throw new AssertionError("somebody listens at port 1");
        } catch (SQLException e) {
            return e;
        }
    }

    @Test
    void aPoolWithoutConnectionsIsOutOfReach() {
        assertThat(DatabaseFailure.of(new SQLTransientConnectionException("Sorry, acquisition timeout!")))
                .contains(DatabaseFailure.OUT_OF_REACH);
    }

    @Test
    void locksOfOthersContend() {
        assertThat(DatabaseFailure.of(new LockTimeoutException())).contains(DatabaseFailure.CONTENDED);
        assertThat(DatabaseFailure.of(new OptimisticLockException())).contains(DatabaseFailure.CONTENDED);
    }

    @Test
    void isFoundAmongCausesAndWhatTheySuppressed() {
        IllegalStateException rollback = new IllegalStateException("rolled back");
        rollback.addSuppressed(new PersistenceException(new SQLException("x", "08006")));

        assertThat(DatabaseFailure.of(new RuntimeException(rollback))).contains(DatabaseFailure.OUT_OF_REACH);
    }

    @Test
    void failuresThatCauseEachOtherEnd() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(DatabaseFailure.of(one)).isEmpty();
    }
}
