/**
 * Who may come in: bearer tokens, checked before a body is read.
 */
@NullMarked
package io.zhenggai.gateway.identity;

import org.jspecify.annotations.NullMarked;
