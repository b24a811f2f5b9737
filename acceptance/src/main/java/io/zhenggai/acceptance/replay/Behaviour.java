package io.zhenggai.acceptance.replay;

/** How an office does its work in the replay. */
enum Behaviour {
    /** Everything before its deadline. */
    IN_TIME("按时"),
    /** Before the deadline, but plan and report are returned once and corrected. */
    RETURNED("退回后补正"),
    /** Everything some working days after its deadline. */
    LATE("逾期报送"),
    /** Nothing at all. */
    NEVER("始终未报");

    private final String chinese;

    Behaviour(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    /** The offices in the order of their codes: of each nine five are in time, two are returned, one is late, one never does. */
    static Behaviour of(int office) {
        return switch (office % 9) {
            case 2, 5 -> RETURNED;
            case 4 -> LATE;
            case 7 -> NEVER;
            default -> IN_TIME;
        };
    }
}
