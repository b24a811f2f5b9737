package io.zhenggai.embedded.system;

/**
 * One of the processes that together are a service.
 *
 * @param number from 1
 */
public record Replica(LocalService service, int number) {

    public Replica {
        if (number < 1) {
            throw new IllegalArgumentException("replicas are numbered from 1, not " + number);
        }
    }

    /** The one that every local system has. */
    public static Replica first(LocalService service) {
        return new Replica(service, 1);
    }

    /** The name of the process and of its log: {@code issue-service}, {@code issue-service-2}. */
    public String name() {
        return number == 1 ? service.module() : service.module() + "-" + number;
    }

    @Override
    public String toString() {
        return name();
    }
}
