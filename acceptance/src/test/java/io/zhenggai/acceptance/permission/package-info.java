/** Who may call what, as {@code docs/permissions.md} says, tried out on every operation of the contract. */
package io.zhenggai.acceptance.permission;
