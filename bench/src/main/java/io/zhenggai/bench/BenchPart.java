package io.zhenggai.bench;

/** A measure of a subject. */
interface BenchPart {

    /** @return as it is typed, and named in the JSON */
    String key();
}
