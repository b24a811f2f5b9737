package io.zhenggai.notification.mail;

/**
 * What became of an attempt.
 *
 * @param answer the last words of the server, one line; or what kept it from being asked
 */
public record Delivery(Outcome outcome, String answer) {

    private static final int MOST_CHARACTERS = 500;

    /** Keeps one line of bounded length. */
    public Delivery {
        String line = answer.replaceAll("\\s+", " ").strip();
        answer = line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS);
    }

    /** How an attempt can end. */
    public enum Outcome {
        /** The server has taken the letter over. */
        ACCEPTED,
        /** The server does not want it now. */
        PUT_OFF,
        /** The server does not want this letter, now or later. */
        REFUSED,
        /** There was no talking with the server: none there, no login, or it fell silent before it had the letter. */
        NO_SERVER,
        /** The server was given the whole letter, and what it said to it was lost: the letter may have arrived. */
        UNKNOWN
    }
}
