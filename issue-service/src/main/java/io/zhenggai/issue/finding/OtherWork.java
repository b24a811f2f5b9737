package io.zhenggai.issue.finding;

import io.zhenggai.kit.identity.Caller;
import java.util.List;

/** What waits for somebody besides issues, told by the feature that knows it. */
public interface OtherWork {

    /** @return in any order what may wait for the caller, counted; one statement, none for who has nothing to do */
    List<WaitingMatter> waitingFor(Caller caller);

    /** What may wait, in the order to show. */
    enum Matter {
        /** 核定来源建议: the office and the province. */
        DECIDE_SOURCE_ITEM_PROPOSAL,
        /** 签发督办: who issues it. */
        SIGN_SUPERVISION,
        /** 回复督办: who is addressed. */
        REPLY_TO_SUPERVISION,
        /** 审核督办回复: who has issued it. */
        SETTLE_SUPERVISION_REPLY
    }

    /**
     * Things of which one thing waits.
     *
     * @param count how many they are, at most 1,000
     * @param more whether there are more of them
     */
    record WaitingMatter(Matter matter, int count, boolean more) {

        /** @return of how many there are, counted up to {@link MyWork#MOST} and one more */
        public static WaitingMatter of(Matter matter, long counted) {
            return new WaitingMatter(matter, (int) Math.min(counted, MyWork.MOST), counted > MyWork.MOST);
        }
    }

    /** @return SQL that counts the rows of a query without a list of columns, as far as anybody wants to know */
    static String counting(String rows) {
        return "select count(*) from (" + rows + " limit " + (MyWork.MOST + 1) + ") as waiting";
    }
}
