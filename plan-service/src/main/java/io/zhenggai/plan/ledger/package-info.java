/** What this service keeps of the issues: a projection of the topic {@code zhenggai.issue}, on which plans are judged. */
@NullMarked
package io.zhenggai.plan.ledger;

import org.jspecify.annotations.NullMarked;
