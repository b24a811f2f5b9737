package io.zhenggai.acceptance.fault;

/** Somebody who gives one command after another. */
interface Worker {

    /** Gives the next command, whatever became of the one before. */
    void step();

    /** Finds out what became of a command without an answer; when nothing is under way any more, {@link Deeds} is exact after it. */
    void conclude();
}
