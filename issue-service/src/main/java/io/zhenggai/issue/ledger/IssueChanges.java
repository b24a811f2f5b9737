package io.zhenggai.issue.ledger;

import io.zhenggai.issue.search.IssueText;
import io.zhenggai.issue.search.IssueTexts;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How issues are changed: each change in the transaction at hand with its history entry and its event. A change is four statements (lock,
 * outbox, update, history), one more where a request is pending, and one more where one has become void by it or a text that is searched
 * was written anew.
 */
@ApplicationScoped
class IssueChanges {

    private final IssueRepository issues;
    private final IssueRequests requests;
    private final DecisionsOwed decisions;
    private final History history;
    private final Outbox outbox;
    private final IssueTexts texts;

    IssueChanges(
            IssueRepository issues,
            IssueRequests requests,
            DecisionsOwed decisions,
            History history,
            Outbox outbox,
            IssueTexts texts) {
        this.issues = issues;
        this.requests = requests;
        this.decisions = decisions;
        this.history = history;
        this.outbox = outbox;
        this.texts = texts;
    }

    /**
     * What is to be done to an issue.
     *
     * @param details what the history tells beside the fields that differ
     * @param published what the event tells of it
     * @param intent refuses, or changes the issue
     */
    record Doing(
            IssueAction action,
            Act act,
            Map<String, Object> details,
            Map<String, Object> published,
            Consumer<Issue> intent) {

        /** Something of which its fields and the type of its event say it all. */
        Doing(IssueAction action, Act act, Consumer<Issue> intent) {
            this(action, act, Map.of(), Map.of(), intent);
        }
    }

    /** Something that was done to an issue, not yet stored. */
    record Done(Issue issue, IssueFields before, Doing doing, NewEvent event) {}

    /**
     * Finds an issue to be changed, and keeps others from changing it until the transaction ends. One statement.
     *
     * @throws Refusal 404 when it is not there for this caller; 428 without a tag, 412 with that of another version
     */
    Issue lock(Caller caller, String reference, @Nullable String ifMatch) {
        Issue issue = issues.lock(caller.scope(), IssueReference.of(reference)).orElseThrow(IssueReference::unknown);
        EntityTags.requireMatch(ifMatch, issue.version());
        return issue;
    }

    /**
     * Finds an issue, does it, and stores it.
     *
     * @throws Refusal as of {@link #lock(Caller, String, String)}, and what the intent refuses
     */
    Issue change(String reference, @Nullable String ifMatch, Doing doing) {
        Issue issue = lock(doing.act().by(), reference, ifMatch);
        store(List.of(perform(issue, doing)));
        return issue;
    }

    /** Does something to an issue that is locked; it takes its next event version. What the intent refuses changes nothing. */
    Done perform(Issue issue, Doing doing) {
        IssueFields before = issue.fields();
        doing.intent().accept(issue);
        List<RequestKind> lapsed = issue.lapse();
        if (!lapsed.isEmpty()) {
            requests.lapse(issue.id(), lapsed, doing.act().at());
        }
        issue.noteSince(before, doing.act().at());
        NewEvent event = IssueEvents.of(
                issue,
                decisions.of(issue),
                doing.action(),
                doing.published(),
                doing.act().at());
        return new Done(issue, before, doing, event);
    }

    /** Stores what was done to different issues: three statements, and an update for each of them; one more where texts have changed. */
    void store(List<Done> all) {
        List<IssueText> rewritten = all.stream()
                .flatMap(done -> rewritten(done.before(), done.issue()).stream())
                .toList();
        if (!rewritten.isEmpty()) {
            texts.replaceFields(rewritten);
        }
        outbox.append(all.stream().map(Done::event).toList());
        // The update takes each issue to its next version, which the history names.
        issues.flush();
        List<Deed> deeds = new ArrayList<>();
        all.forEach(done -> deeds.add(deed(done)));
        history.add(deeds);
    }

    /**
     * Does one thing after the other to an issue that is locked, and stores it: two statements for each, its update and its history entry,
     * one for the events of all, and one more where texts have changed. Each takes the issue to a version of its own.
     */
    void inSteps(Issue issue, List<Doing> steps) {
        IssueFields before = issue.fields();
        List<NewEvent> events = new ArrayList<>();
        for (Doing step : steps) {
            Done done = perform(issue, step);
            events.add(done.event());
            issues.flush();
            history.add(deed(done));
        }
        rewritten(before, issue).ifPresent(text -> texts.replaceFields(List.of(text)));
        outbox.append(events);
    }

    private static Optional<IssueText> rewritten(IssueFields before, Issue issue) {
        IssueText now = SearchedText.of(issue.fields(), Optional.empty());
        return now.fields().equals(SearchedText.fields(before)) ? Optional.empty() : Optional.of(now);
    }

    private static Deed deed(Done done) {
        Issue issue = done.issue();
        Map<String, Change> changes = FieldChanges.between(done.before(), issue.fields());
        done.doing().details().forEach((name, value) -> changes.put(name, Change.added(value)));
        return new Deed(
                issue.aggregate(),
                issue.version(),
                done.doing().action().name(),
                done.doing().act(),
                changes);
    }
}
