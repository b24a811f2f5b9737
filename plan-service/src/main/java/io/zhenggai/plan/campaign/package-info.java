/**
 * Campaigns 整改提升行动: published once, from what a notice says, and open to everybody who is signed in. Publishing opens what
 * the phases demand.
 */
@NullMarked
package io.zhenggai.plan.campaign;

import org.jspecify.annotations.NullMarked;
