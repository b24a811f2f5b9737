package io.zhenggai.notification.contact;

import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.personal.PersonalDataReads;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The changes of contacts, each in one transaction with its history entry. */
@ApplicationScoped
public class ContactService {

    private static final String AGGREGATE_TYPE = "contact";

    /** What a contact holds that is removed. */
    private static final Map<String, Object> NOTHING = Map.of();

    private final ContactRepository contacts;
    private final History history;
    private final KeyedDigest digest;
    private final PersonalDataReads reads;
    private final ContactRules rules;
    private final Regions regions;
    private final Event<ContactsChanged> changes;
    private final Ids ids;
    private final Clock clock;

    ContactService(
            ContactRepository contacts,
            History history,
            KeyedDigest digest,
            PersonalDataReads reads,
            Regions regions,
            Event<ContactsChanged> changes,
            Ids ids,
            Clock clock) {
        this.contacts = contacts;
        this.history = history;
        this.digest = digest;
        this.reads = reads;
        this.rules = new ContactRules(regions);
        this.regions = regions;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Refusal 400, 422, or 409 when somebody holds the post */
    @Transactional
    ContactView name(Caller caller, NewContact from) {
        EmailAddress email = rules.requireForm(from);
        Region region = rules.requireRegion(from, caller.scope());
        Contact contact = contact(ids.next(), 1, from, region, email, caller);
        if (!contacts.insert(contact)) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该职务已登记联系人，请修改原有登记。",
                    "Somebody holds this post; change that contact instead.");
        }
        return stored(contact, "NAME", caller, FieldChanges.between(null, state(contact)));
    }

    @Transactional
    Page<ContactView> list(Caller caller, ContactFilter filter, PageRequest page) {
        Page<Contact> found = contacts.list(caller.scope(), filter, page);
        reads.note(
                caller,
                PostHolders.EMAIL,
                found.items().stream().map(Contact::id).toList());
        return found.map(this::view);
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    ContactView find(Caller caller, UUID id) {
        Contact found = found(contacts.find(caller.scope(), id));
        reads.note(caller, PostHolders.EMAIL, List.of(id));
        return view(found);
    }

    /** @throws Refusal 400, 404, 412, 422 or 428 */
    @Transactional
    ContactView change(Caller caller, UUID id, @Nullable String ifMatch, NewContact to) {
        EmailAddress email = rules.requireForm(to);
        Contact before = found(contacts.lock(caller.scope(), id));
        EntityTags.requireMatch(ifMatch, before.version());
        Region region = rules.requireRegion(to, caller.scope());
        Contact after = contact(id, before.version() + 1, to, region, email, caller);
        if (!after.holdsSamePost(before)) {
            throw Refusal.unprocessable(
                    "post",
                    "联系人的地区、单位和职务不能修改，请删除后重新登记",
                    "region, unit and post stay; remove the contact and name another");
        }
        contacts.update(after);
        return stored(after, "CHANGE", caller, FieldChanges.between(state(before), state(after)));
    }

    /** @throws Refusal 404, 412 or 428 */
    @Transactional
    void remove(Caller caller, UUID id, @Nullable String ifMatch) {
        Contact before = found(contacts.lock(caller.scope(), id));
        EntityTags.requireMatch(ifMatch, before.version());
        contacts.delete(id);
        Contact removed = new Contact(
                id,
                before.version() + 1,
                before.city(),
                before.region(),
                before.unit(),
                before.post(),
                before.name(),
                before.email(),
                clock.instant(),
                caller.name());
        stored(removed, "REMOVE", caller, FieldChanges.between(state(before), NOTHING));
    }

    private ContactView stored(Contact contact, String action, Caller caller, Map<String, Change> differing) {
        history.add(new Deed(
                new Aggregate(AGGREGATE_TYPE, contact.id(), contact.city(), contact.region()),
                contact.version(),
                action,
                Act.of(caller, contact.changedAt()),
                differing));
        changes.fire(new ContactsChanged());
        return view(contact);
    }

    private ContactState state(Contact contact) {
        return ContactState.of(contact, digest);
    }

    private Contact contact(UUID id, long version, NewContact from, Region region, EmailAddress email, Caller caller) {
        return new Contact(
                id,
                version,
                ContactRules.cityOf(region),
                region.code().value(),
                from.unitOrOffice(),
                from.post(),
                from.name().strip(),
                email,
                clock.instant(),
                caller.name());
    }

    private ContactView view(Contact contact) {
        return ContactView.of(contact, regions);
    }

    private static Contact found(Optional<Contact> contact) {
        return contact.orElseThrow(() -> Refusal.notFound("联系人", "contact"));
    }
}
