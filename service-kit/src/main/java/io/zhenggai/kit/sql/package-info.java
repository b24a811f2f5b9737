/** SQL beside its binds, for queries whose conditions come and go with the caller's scope and question. */
@NullMarked
package io.zhenggai.kit.sql;

import org.jspecify.annotations.NullMarked;
