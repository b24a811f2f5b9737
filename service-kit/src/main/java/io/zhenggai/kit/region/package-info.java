/** The regions of the province: their codes, names and what lies in what. The regional offices are its cities. */
@NullMarked
package io.zhenggai.kit.region;

import org.jspecify.annotations.NullMarked;
