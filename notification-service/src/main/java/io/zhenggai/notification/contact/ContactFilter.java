package io.zhenggai.notification.contact;

import java.util.Optional;

/** Which contacts are listed; what is absent narrows nothing. */
record ContactFilter(Optional<String> region, Optional<ContactPost> post) {}
