/**
 * Training 培训 that was held and shown. Recording the first session of a kind fulfils the obligation at once; further ones are
 * welcome and change nothing.
 */
@NullMarked
package io.zhenggai.plan.training;

import org.jspecify.annotations.NullMarked;
