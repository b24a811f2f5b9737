/** What all lists of this service do alike: parameters that are not of their form, pages by id. */
@NullMarked
package io.zhenggai.plan.query;

import org.jspecify.annotations.NullMarked;
