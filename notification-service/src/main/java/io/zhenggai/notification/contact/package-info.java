/**
 * Who holds which post: the contact person and the head of an office, a county, a zone or a unit, and the contact of a region's
 * indicator lead. One holder for each post.
 *
 * <p>The province names everybody, an office whom it likes in its own region and below. Addresses are read by these two only:
 * they are in no event, log line or history.
 */
@NullMarked
package io.zhenggai.notification.contact;

import org.jspecify.annotations.NullMarked;
