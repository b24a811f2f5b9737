package io.zhenggai.issue.paper;

/** Names of evidence in an archive: each once, and such as no file system refuses or carries out as a path. */
final class PieceName {

    private static final String FOLDER = "佐证材料/";

    private PieceName() {}

    /**
     * @param number of the piece, from 1
     * @param fileName as uploaded
     * @return the number, the name and its ending
     */
    static String of(int number, String fileName) {
        int dot = fileName.lastIndexOf('.');
        String name = PaperName.safe(dot < 0 ? fileName : fileName.substring(0, dot));
        String ending = dot < 0 ? "" : PaperName.safe(fileName.substring(dot));
        return FOLDER + "%02d-".formatted(number) + name + ending;
    }
}
