/** JSON as it lies in columns of this service's database. */
@NullMarked
package io.zhenggai.plan.json;

import org.jspecify.annotations.NullMarked;
