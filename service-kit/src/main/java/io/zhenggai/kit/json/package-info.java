/**
 * The JSON of requests: read to the letter, and what is wrong with it said field by field.
 */
@NullMarked
package io.zhenggai.kit.json;

import org.jspecify.annotations.NullMarked;
