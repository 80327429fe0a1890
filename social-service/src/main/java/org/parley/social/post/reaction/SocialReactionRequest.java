package org.parley.social.post.reaction;

import jakarta.validation.constraints.NotNull;

/** A reaction. */
record SocialReactionRequest(@NotNull(message = "is required") ReactionKind kind) {
}
