package io.zhenggai.notification.planning;

/**
 * Who holds a post.
 *
 * @param address the mail address; one address may hold several posts and still gets one message a day
 */
public record Contact(Post post, String address) {

    public Contact {
        if (address.isBlank()) {
            throw new IllegalArgumentException("address must not be blank");
        }
    }
}
