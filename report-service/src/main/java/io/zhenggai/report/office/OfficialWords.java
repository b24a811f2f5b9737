package io.zhenggai.report.office;

import io.zhenggai.report.figures.FigureWords;
import io.zhenggai.report.figures.Figures;
import io.zhenggai.report.figures.Rate;
import java.time.LocalDate;
import java.util.Optional;

/** Figures and dates as official documents write them. */
final class OfficialWords {

    private OfficialWords() {}

    /** @return such as 2021年12月24日 */
    static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** @return such as 于2021年11月16日 or 于2021年11月16日至2021年12月2日; empty without days */
    static String period(Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.map(day -> "于" + date(day)
                        + last.filter(end -> !end.equals(day))
                                .map(end -> "至" + date(end))
                                .orElse(""))
                .orElse("");
    }

    /** @return such as 共登记问题12个，已销号10个，销号率83.3%; of a ledger that is not empty */
    static String closing(Figures ledger) {
        long open = ledger.total() - ledger.closed();
        return "共登记问题" + ledger.total() + "个，"
                + (open == 0
                        ? "已全部销号"
                        : "已销号" + ledger.closed() + "个，未销号" + open + "个，销号率" + percent(ledger.closingRate()));
    }

    /** @return as {@link FigureWords#percent}; 0% of nothing */
    static String percent(Rate rate) {
        return FigureWords.percent(rate).orElse("0%");
    }
}
