package io.zhenggai.acceptance.fault;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.client.UnexpectedAnswerException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * One issue or report to which one person at a time gives commands. A command without an answer may still be carried out while
 * the thing is already looked at again, so the doubt lasts until another command is answered.
 */
final class Commanded {

    private final String path;
    private final UUID id;
    private final Doors reader;
    private final Deeds deeds;
    private String tag;
    /** Tags also tell of what is shown besides; only the version tells of commands. */
    private long version;

    private boolean doubtful;

    /**
     * @param collection such as {@code /api/v1/issues}
     * @param created how it was answered for
     * @param reader who may look at it
     */
    Commanded(String collection, Answer created, Doors reader, Deeds deeds) {
        this.id = UUID.fromString(created.text("/id"));
        this.path = collection + "/" + id;
        this.reader = reader;
        this.deeds = deeds;
        this.tag = created.entityTag().orElseThrow();
        this.version = created.number("/version");
    }

    UUID id() {
        return id;
    }

    /** A command that changes the thing at a path as it was last seen. */
    interface Command extends BiFunction<Client, At, Answer> {}

    /** Where and in which state the thing is. */
    record At(String path, String tag) {}

    /**
     * Gives a command.
     *
     * @return whether the thing has moved by this command or by the doubtful one before it, which is the same one
     */
    boolean give(Doors by, Command command) {
        if (concluded()) {
            return true;
        }
        try {
            Optional<Answer> answer = by.attempt(client -> command.apply(client, new At(path, tag)));
            doubtful |= answer.isEmpty();
            return answer.map(this::moved).orElse(false);
        } catch (UnexpectedAnswerException e) {
            // Only the doubtful command can have moved it meanwhile.
            if ((e.status() == 409 || e.status() == 412) && concluded()) {
                return true;
            }
            throw e;
        }
    }

    /** @return whether a doubtful command has turned out to be carried out */
    boolean concluded() {
        if (!doubtful) {
            return false;
        }
        Answer now = reader.insist(client -> client.get(path));
        return now.number("/version") != version && moved(now);
    }

    private boolean moved(Answer answer) {
        deeds.did(id);
        tag = answer.entityTag().orElseThrow();
        version = answer.number("/version");
        doubtful = false;
        return true;
    }
}
