package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.personal.PersonalDataReads;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Answers questions about dispatch records. */
@ApplicationScoped
public class DispatchService {

    private final DispatchRepository dispatches;
    private final ContentTable contents;
    private final DispatchViews views;
    private final PersonalDataReads reads;

    DispatchService(
            DispatchRepository dispatches, ContentTable contents, DispatchViews views, PersonalDataReads reads) {
        this.dispatches = dispatches;
        this.contents = contents;
        this.views = views;
        this.reads = reads;
    }

    /** @throws Refusal 403 when an address is asked for by who may not read addresses: the answer would tell it */
    @Transactional
    Page<DispatchView> list(Caller caller, DispatchFilter filter, PageRequest page) {
        if (filter.recipient().isPresent() && !AddressRules.mayRead(caller)) {
            throw new Refusal(
                    ProblemType.FORBIDDEN, "您无权按邮箱地址查询。", "Only those who may read addresses may ask for one.");
        }
        Page<StoredDispatch> found = dispatches.list(caller.scope(), filter, page);
        note(caller, found.items());
        return found.map(dispatch -> views.row(dispatch, caller));
    }

    /** Three statements, and one for the record of who was shown the address. */
    @Transactional
    DispatchDetail find(Caller caller, UUID id) {
        StoredDispatch dispatch =
                dispatches.find(caller.scope(), id).orElseThrow(() -> Refusal.notFound("发送记录", "dispatch record"));
        note(caller, List.of(dispatch));
        return views.detail(dispatch, contents.read(id), dispatches.attempts(dispatch), caller);
    }

    /** Who sees addresses masked has read none. */
    private void note(Caller caller, List<StoredDispatch> shown) {
        if (AddressRules.mayRead(caller)) {
            reads.note(
                    caller,
                    DispatchColumns.ADDRESS,
                    shown.stream().map(StoredDispatch::id).toList());
        }
    }
}
