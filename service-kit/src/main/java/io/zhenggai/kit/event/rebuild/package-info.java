/**
 * Projections made anew from their topics, beside the live ones, and put in their place (docs/decisions/0006). A rebuild
 * is a row; its copy is a schema; the oldest that nobody has is taken by a replica, which feeds the copy by the classes of
 * {@code inbox} until it has caught up.
 */
@NullMarked
package io.zhenggai.kit.event.rebuild;

import org.jspecify.annotations.NullMarked;
