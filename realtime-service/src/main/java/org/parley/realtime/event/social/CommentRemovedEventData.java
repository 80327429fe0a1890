package org.parley.realtime.event.social;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;

/**
 * Data of {@code social-comment.removed}.
 *
 * @param comment the removed comment
 */
record CommentRemovedEventData(Removed comment, LiveSocialReference post, long version) {

	/** Returns the data that clients receive. */
	Map<String, @Nullable Object> live() {
		var data = new LinkedHashMap<String, @Nullable Object>();
		data.put("id", this.comment.id());
		data.put("postId", this.post.id());
		data.put("replyTo", this.comment.replyTo());
		data.put("version", this.version);
		data.put("commentCount", this.post.commentCount());
		return data;
	}

	/**
	 * A removed comment.
	 *
	 * @param replyTo id of the comment that it answered
	 */
	record Removed(String id, PersonReference author, @Nullable String replyTo) {
	}

}
