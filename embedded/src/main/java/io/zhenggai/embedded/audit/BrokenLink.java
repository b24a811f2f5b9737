package io.zhenggai.embedded.audit;

/**
 * Where a chain does not hold.
 *
 * @param where the table and the row
 * @param what is wrong with it
 */
public record BrokenLink(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
