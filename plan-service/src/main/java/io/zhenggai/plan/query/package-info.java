/** What all lists of this service do alike: pages in the order of ids. */
@NullMarked
package io.zhenggai.plan.query;

import org.jspecify.annotations.NullMarked;
