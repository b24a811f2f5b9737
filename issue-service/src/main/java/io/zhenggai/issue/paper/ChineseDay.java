package io.zhenggai.issue.paper;

import java.time.LocalDate;

/** Days as papers have them. */
final class ChineseDay {

    private ChineseDay() {}

    /** @return such as 2021年10月31日 */
    static String of(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
