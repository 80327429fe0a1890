package org.parley.social.post.reaction;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The reactions to a post or comment after a change.
 *
 * @param reactions the number of reactions by kind
 * @param myReaction the caller's own reaction
 */
record ReactedView(Map<String, Integer> reactions, @Nullable ReactionKind myReaction) {
}
