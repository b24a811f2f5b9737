package io.zhenggai.kit.event.outbox;

/**
 * How much the relay takes at once. A batch that takes longer than the owner's session may be silent is sent and not deleted, and
 * would be sent again for ever: after each failure the next one is half as large, and after eight successes in a row twice.
 */
final class BatchBounds {

    private static final int SMALLEST_SHARE = 4_096;
    private static final int SUCCESSES = 8;

    private final int mostRows;
    private final long mostBytes;
    private int share = 1;
    private int successes;

    BatchBounds(int mostRows, long mostBytes) {
        this.mostRows = mostRows;
        this.mostBytes = mostBytes;
    }

    /** @return rows at the most, at least one */
    int rows() {
        return Math.max(1, mostRows / share);
    }

    /** @return bytes of event data after which no further row is begun, at least one */
    long bytes() {
        return Math.max(1, mostBytes / share);
    }

    void failed() {
        share = Math.min(share * 2, SMALLEST_SHARE);
        successes = 0;
    }

    void succeeded() {
        successes++;
        if (successes == SUCCESSES) {
            share = Math.max(share / 2, 1);
            successes = 0;
        }
    }
}
