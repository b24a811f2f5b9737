/**
 * What the OpenAPI document of every service says beyond what its annotations do: what is always there in an answer, and examples.
 */
@NullMarked
package io.zhenggai.kit.openapi;

import org.jspecify.annotations.NullMarked;
