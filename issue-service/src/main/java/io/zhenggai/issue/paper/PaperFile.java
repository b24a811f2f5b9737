package io.zhenggai.issue.paper;

/**
 * A paper whole in memory.
 *
 * @param name of the file
 * @param bytes not copied
 */
record PaperFile(String name, byte[] bytes) {

    static final String DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
