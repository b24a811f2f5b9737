/** Figures, what they are held against, and how they are told. No word of what is measured. */
@NullMarked
package io.zhenggai.bench.figure;

import org.jspecify.annotations.NullMarked;
