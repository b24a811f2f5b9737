/**
 * The issue service owns the ledger of problems 整改台账: where each was found, who rectifies it by when, and its way to
 * close-out. It keeps a projection of the campaigns and tells every change of an issue on the topic {@code zhenggai.issue}.
 */
@NullMarked
package io.zhenggai.issue;

import org.jspecify.annotations.NullMarked;
