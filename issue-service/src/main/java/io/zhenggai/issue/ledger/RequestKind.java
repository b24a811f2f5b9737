package io.zhenggai.issue.ledger;

/** What who handles an issue may ask for, and a level above decides. */
public enum RequestKind {
    /** 延期: a later deadline. */
    EXTENSION("延期", IssueMove.REQUEST_EXTENSION, IssueMove.EXTEND),
    /** 改派: somebody else is to handle it. */
    REASSIGNMENT("改派", IssueMove.REQUEST_REASSIGNMENT, IssueMove.REASSIGN),
    /** 转为长期坚持: it cannot be closed soon and is reviewed stage by stage. */
    LONG_TERM("转为长期坚持", IssueMove.REQUEST_LONG_TERM, IssueMove.MAKE_LONG_TERM);

    private final String chinese;
    private final IssueMove asking;
    private final IssueMove granting;

    RequestKind(String chinese, IssueMove asking, IssueMove granting) {
        this.chinese = chinese;
        this.asking = asking;
        this.granting = granting;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return the move of who asks */
    IssueMove asking() {
        return asking;
    }

    /** @return the move of who grants it */
    IssueMove granting() {
        return granting;
    }
}
