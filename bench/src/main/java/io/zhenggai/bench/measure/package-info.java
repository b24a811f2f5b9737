/** What is measured, and the limits that it is held against. */
@NullMarked
package io.zhenggai.bench.measure;

import org.jspecify.annotations.NullMarked;
