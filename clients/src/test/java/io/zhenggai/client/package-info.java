/** Clients generated from the contract, at work on the running system. */
@org.jspecify.annotations.NullMarked
package io.zhenggai.client;
