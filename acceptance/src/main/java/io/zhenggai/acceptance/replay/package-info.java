/**
 * The 2021 campaign in stepped time, from the notice to the last report, through the gateway only, checked against a count
 * of its own: what the script did, what each service's API shows, and what the mail server really received.
 */
@NullMarked
package io.zhenggai.acceptance.replay;

import org.jspecify.annotations.NullMarked;
