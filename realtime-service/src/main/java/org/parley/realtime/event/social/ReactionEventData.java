package org.parley.realtime.event.social;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;

/**
 * Data of {@code social-reaction.changed}.
 *
 * @param target the post or comment
 * @param kind the reaction; null if it was taken back
 * @param reactions the number of reactions by kind after the change
 */
record ReactionEventData(Target target, LiveSocialReference post, PersonReference by, @Nullable String kind,
		Map<String, Integer> reactions) {

	/** Returns the data that clients receive. */
	Map<String, @Nullable Object> live() {
		var data = new LinkedHashMap<String, @Nullable Object>();
		data.put("target", this.target.kind());
		data.put("id", this.target.id());
		data.put("postId", this.post.id());
		data.put("reactions", this.reactions);
		data.put("person", this.by);
		data.put("kind", this.kind);
		return data;
	}

	/**
	 * The target of the reaction.
	 *
	 * @param kind {@code post} or {@code comment}
	 */
	record Target(String kind, String id) {
	}

}
