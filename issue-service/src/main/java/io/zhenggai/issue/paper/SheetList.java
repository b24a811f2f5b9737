package io.zhenggai.issue.paper;

import static io.zhenggai.issue.paper.SheetColumn.CATEGORY;
import static io.zhenggai.issue.paper.SheetColumn.CAUSE;
import static io.zhenggai.issue.paper.SheetColumn.COOPERATING_UNITS;
import static io.zhenggai.issue.paper.SheetColumn.DEADLINE;
import static io.zhenggai.issue.paper.SheetColumn.DESCRIPTION;
import static io.zhenggai.issue.paper.SheetColumn.DOCUMENT_NUMBER;
import static io.zhenggai.issue.paper.SheetColumn.GOAL;
import static io.zhenggai.issue.paper.SheetColumn.LEAD_UNIT;
import static io.zhenggai.issue.paper.SheetColumn.LEDGER_NUMBER;
import static io.zhenggai.issue.paper.SheetColumn.MEASURES;
import static io.zhenggai.issue.paper.SheetColumn.PROGRESS;
import static io.zhenggai.issue.paper.SheetColumn.REGION;
import static io.zhenggai.issue.paper.SheetColumn.RESPONSIBLE_LEADER;
import static io.zhenggai.issue.paper.SheetColumn.RESPONSIBLE_PERSON;
import static io.zhenggai.issue.paper.SheetColumn.SEQUENCE;
import static io.zhenggai.issue.paper.SheetColumn.SEVERITY;
import static io.zhenggai.issue.paper.SheetColumn.SOURCE;
import static io.zhenggai.issue.paper.SheetColumn.STATUS;
import static io.zhenggai.issue.paper.SheetColumn.TASK;
import static io.zhenggai.issue.paper.SheetColumn.TELEPHONE;

import java.util.List;

/** Which columns a sheet has. */
public enum SheetList {
    /** 整改台账: all of them. */
    LEDGER("整改台账", List.of(SheetColumn.values())),
    /** 问题清单: what is wrong. */
    ISSUES(
            "问题清单",
            List.of(
                    SEQUENCE,
                    LEDGER_NUMBER,
                    SOURCE,
                    DOCUMENT_NUMBER,
                    REGION,
                    DESCRIPTION,
                    CATEGORY,
                    SEVERITY,
                    CAUSE,
                    STATUS)),
    /** 任务清单: what is done about it, until when. */
    TASKS(
            "任务清单",
            List.of(SEQUENCE, LEDGER_NUMBER, REGION, DESCRIPTION, GOAL, TASK, MEASURES, DEADLINE, PROGRESS, STATUS)),
    /** 责任清单: who does it. */
    RESPONSIBILITIES(
            "责任清单",
            List.of(
                    SEQUENCE,
                    LEDGER_NUMBER,
                    REGION,
                    DESCRIPTION,
                    LEAD_UNIT,
                    COOPERATING_UNITS,
                    RESPONSIBLE_LEADER,
                    RESPONSIBLE_PERSON,
                    TELEPHONE,
                    DEADLINE));

    private final String chinese;
    private final List<SheetColumn> columns;

    SheetList(String chinese, List<SheetColumn> columns) {
        this.chinese = chinese;
        this.columns = columns;
    }

    /** @return the name that officials read */
    String chinese() {
        return chinese;
    }

    List<SheetColumn> columns() {
        return columns;
    }
}
