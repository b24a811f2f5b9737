/** Who may log in to the local system, as an OpenID Connect issuer that services check like any other. */
@NullMarked
package io.zhenggai.embedded.identity;

import org.jspecify.annotations.NullMarked;
