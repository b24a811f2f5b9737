package io.zhenggai.acceptance.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What each office owed and when it met it, told from the script of {@link Campaign2021}. */
final class Debts {

    private static final List<String> ONE = List.of("");

    private Debts() {}

    static List<Debt> of(Office office, IssueWork issues) {
        List<Debt> debts = new ArrayList<>();
        List<String> numbers = issues.ledgerNumbers(office);
        List<String> rest = numbers.subList(IssueWork.FIRST_BATCH, numbers.size());
        switch (office.behaviour()) {
            case IN_TIME -> {
                debts.add(new Debt(Due.ACKNOWLEDGEMENT, numbers, at(2021, 10, 21, 10)));
                debts.add(new Debt(Due.PLAN, ONE, at(2021, 10, 28, 15)));
                debts.add(new Debt(Due.TRAINING, ONE, at(2021, 11, 16, 15)));
                debts.add(new Debt(Due.REPORT, ONE, at(2021, 12, 24, 15)));
            }
            case RETURNED -> {
                debts.add(new Debt(Due.ACKNOWLEDGEMENT, numbers, at(2021, 10, 21, 10)));
                debts.add(new Debt(Due.PLAN, ONE, at(2021, 10, 28, 15)));
                debts.add(new Debt(Due.CORRECTED_PLAN, ONE, at(2021, 11, 2, 15)));
                debts.add(new Debt(Due.TRAINING, ONE, at(2021, 11, 24, 15)));
                debts.add(new Debt(Due.REPORT, ONE, at(2021, 12, 24, 15)));
                debts.add(new Debt(Due.CORRECTED_REPORT, ONE, at(2021, 12, 29, 15)));
            }
            case LATE -> {
                debts.add(new Debt(Due.ACKNOWLEDGEMENT, numbers, at(2021, 10, 21, 10)));
                debts.add(new Debt(Due.PLAN, ONE, at(2021, 11, 2, 16)));
                debts.add(new Debt(Due.TRAINING, ONE, at(2021, 12, 2, 15)));
                debts.add(new Debt(Due.REPORT, ONE, at(2022, 1, 5, 15)));
                debts.add(new Debt(Due.RECTIFICATION, rest, at(2022, 1, 6, 10)));
            }
            case NEVER -> {
                debts.add(new Debt(Due.ACKNOWLEDGEMENT, numbers, Debt.NEVER));
                debts.add(new Debt(Due.PLAN, ONE, Debt.NEVER));
                debts.add(new Debt(Due.TRAINING, ONE, Debt.NEVER));
                debts.add(new Debt(Due.REPORT, ONE, Debt.NEVER));
                debts.add(new Debt(Due.RECTIFICATION, numbers, Debt.NEVER));
            }
        }
        return debts;
    }

    private static Moment at(int year, int month, int day, int hour) {
        return Moment.of(LocalDate.of(year, month, day), hour);
    }
}
