package org.parley.social.post.reaction;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The change of the counts by a change of one reaction. */
final class ReactionChange {

	private ReactionChange() {
	}

	static Map<String, Integer> of(@Nullable SocialReaction before, @Nullable ReactionKind after) {
		var change = new HashMap<String, Integer>();
		if (before != null) {
			change.merge(before.kind().json(), -1, Integer::sum);
		}
		if (after != null) {
			change.merge(after.json(), 1, Integer::sum);
		}
		return change;
	}

}
