package io.zhenggai.issue.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the views of each person, in whatever role they come. None of it is in the history or told by an event: a view is a convenience of
 * one person, shows nobody anything and changes nothing in the ledger, so that there is nothing that anybody would have to answer for.
 */
@ApplicationScoped
class SavedViewService {

    private final SavedViewRepository views;
    private final ObjectMapper strict;
    private final Ids ids;

    SavedViewService(SavedViewRepository views, ObjectMapper strict, Ids ids) {
        this.views = views;
        this.strict = strict;
        this.ids = ids;
    }

    /**
     * Three statements: lock, names, view.
     *
     * @throws Refusal 400 for what the list would not take; 409 when the name is taken or the person has as many views as they may
     */
    @Transactional
    SavedView keep(Caller caller, NewSavedView asked) {
        requireForm(asked);
        views.lockNames(caller.person()).requireRoomFor(asked.title());
        KeptView kept = new KeptView(ids.next(), 0, asked.title(), asked.question());
        views.insert(caller.person(), kept);
        return shown(kept);
    }

    /** One statement. */
    @Transactional
    List<SavedView> list(Caller caller) {
        return views.list(caller.person()).stream().map(this::shown).toList();
    }

    /**
     * One statement.
     *
     * @throws Refusal 404 when it is not the caller's
     */
    @Transactional
    SavedView find(Caller caller, UUID id) {
        return shown(views.find(caller.person(), id).orElseThrow(ViewNames::notFound));
    }

    /**
     * Three statements: lock, names, view.
     *
     * @throws Refusal 400, 404, 409 when another view has the name, 412 or 428
     */
    @Transactional
    SavedView change(Caller caller, UUID id, @Nullable String ifMatch, NewSavedView asked) {
        requireForm(asked);
        ViewNames names = views.lockNames(caller.person());
        long version = names.require(id).version();
        EntityTags.requireMatch(ifMatch, version);
        names.requireFree(asked.title(), id);
        KeptView kept = new KeptView(id, version + 1, asked.title(), asked.question());
        views.update(caller.person(), kept);
        return shown(kept);
    }

    /**
     * Three statements: lock, names, removal.
     *
     * @throws Refusal 404, 412 or 428
     */
    @Transactional
    void remove(Caller caller, UUID id, @Nullable String ifMatch) {
        EntityTags.requireMatch(
                ifMatch, views.lockNames(caller.person()).require(id).version());
        views.delete(caller.person(), id);
    }

    private static void requireForm(NewSavedView asked) {
        List<Violation> found = asked.violations();
        if (!found.isEmpty()) {
            throw Refusal.invalid(found);
        }
    }

    private SavedView shown(KeptView kept) {
        return SavedView.of(kept, strict);
    }
}
