package org.parley.social.post.reaction;

import jakarta.validation.constraints.NotNull;

/**
 * A reaction.
 *
 * @param kind the kind
 */
record SocialReactionRequest(@NotNull(message = "is required") ReactionKind kind) {
}
