/** How projections are asked: SQL with named parameters, and the moment an answer stands on. */
@NullMarked
package io.zhenggai.report.query;

import org.jspecify.annotations.NullMarked;
