package io.zhenggai.notification.planning;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who holds which post. */
public final class Contacts {

    private final Map<Post, Contact> byPost;

    /** @throws IllegalStateException when two hold the same post */
    public Contacts(Collection<Contact> contacts) {
        this.byPost = contacts.stream().collect(toUnmodifiableMap(Contact::post, Function.identity()));
    }

    boolean isHeld(Post post) {
        return byPost.containsKey(post);
    }

    /**
     * Who is to be told in place of a post: whoever holds it; else, for a head, the contact of the same party; else the
     * contact of the next level that has one. Empty when not even the provincial office has a contact.
     */
    Optional<Addressee> reach(Post post) {
        Optional<Contact> holder = Optional.ofNullable(byPost.get(post));
        if (holder.isPresent()) {
            return holder.map(contact -> new Addressee(contact, Optional.empty()));
        }
        Optional<Party> party = Optional.of(post.party());
        while (party.isPresent()) {
            Optional<Contact> standIn = party.map(Post::contactOf).map(byPost::get);
            if (standIn.isPresent()) {
                return standIn.map(contact -> new Addressee(contact, Optional.of(post)));
            }
            party = party.flatMap(Party::nextLevel);
        }
        return Optional.empty();
    }
}
