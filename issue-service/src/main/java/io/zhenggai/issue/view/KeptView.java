package io.zhenggai.issue.view;

import java.util.UUID;

/** A view as it is stored. */
record KeptView(UUID id, long version, String name, Question question) {}
