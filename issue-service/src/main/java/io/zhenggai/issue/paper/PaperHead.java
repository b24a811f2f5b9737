package io.zhenggai.issue.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands above the columns.
 *
 * @param title in full
 * @param unit 填报单位, where the seal goes
 * @param person 填报人
 * @param day 填报日期
 */
record PaperHead(String title, String unit, String person, LocalDate day) {

    /** @return who filled it in and when, in three parts */
    List<String> parts() {
        return List.of("填报单位（盖章）：" + unit, "填报人：" + person, "填报日期：" + ChineseDay.of(day));
    }
}
