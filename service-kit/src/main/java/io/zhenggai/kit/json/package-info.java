/**
 * The JSON of requests, read to the letter with what is wrong said field by field; and the JSON that lies in columns.
 */
@NullMarked
package io.zhenggai.kit.json;

import org.jspecify.annotations.NullMarked;
