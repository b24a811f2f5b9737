package io.zhenggai.notification.contact;

import io.zhenggai.kit.encryption.KeyedDigest;

/**
 * What the history may have of a contact, compared field by field: digests in the place of who it is and of the address, so that a removed
 * person is really gone.
 */
record ContactState(String region, String unit, ContactPost post, String name, String email) {

    static ContactState of(Contact contact, KeyedDigest digest) {
        return new ContactState(
                contact.region(),
                contact.unit(),
                contact.post(),
                digest.marked(contact.name()),
                digest.marked(contact.email().value()));
    }
}
