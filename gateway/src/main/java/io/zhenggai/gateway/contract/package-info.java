/**
 * The published OpenAPI document: merged from the services, kept in the repository, served here.
 */
@NullMarked
package io.zhenggai.gateway.contract;

import org.jspecify.annotations.NullMarked;
