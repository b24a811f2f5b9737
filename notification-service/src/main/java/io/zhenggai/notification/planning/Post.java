package io.zhenggai.notification.planning;

/**
 * Where a reminder is addressed to. A post, not a person: whoever takes a post over is not told again what was told before.
 */
public record Post(Party party, PostRole role) {

    static Post contactOf(Party party) {
        return new Post(party, PostRole.CONTACT);
    }
}
