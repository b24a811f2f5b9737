/**
 * The events: the topics as a plain client sees them, which shares no code with the services, and tests that what is sent is what
 * {@code docs/asyncapi.yaml} says, that everybody can read it, and that nothing is changed in it which others rely on.
 */
@NullMarked
package io.zhenggai.acceptance.event;

import org.jspecify.annotations.NullMarked;
