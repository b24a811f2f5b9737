package io.zhenggai.acceptance.fault;

import java.sql.SQLException;

/**
 * One thing that goes wrong while the offices work; when {@code strike} returns, everything runs again.
 *
 * @param name in kebab case, as it is asked for
 */
record Fault(String name, Strike strike) {

    /** What is done to the system. */
    interface Strike {

        /** @param load the work that goes on meanwhile */
        void on(ReplicatedSystem system, Load load, Size size) throws SQLException;
    }

    /** @throws IllegalStateException when it has not struck as it was meant to */
    static void require(boolean struck, String otherwise) {
        if (!struck) {
            throw new IllegalStateException(otherwise);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
