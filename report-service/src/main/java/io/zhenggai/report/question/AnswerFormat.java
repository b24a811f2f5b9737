package io.zhenggai.report.question;

/** As what figures are answered. */
public enum AnswerFormat {
    /** For programs. */
    JSON,
    /** For office programs: a table in Chinese, UTF-8 with its mark, by commas. */
    CSV
}
