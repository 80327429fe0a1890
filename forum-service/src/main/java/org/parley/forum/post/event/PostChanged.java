package org.parley.forum.post.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A post was edited or restored.
 *
 * @param type {@code post.edited} or {@code post.restored}
 * @param post the post after the change
 * @param thread its thread
 * @param by the person who changed it
 * @param decided whether a moderator's decision or its reversal changed the text
 */
@Publishes({ "post.edited", "post.restored" })
record PostChanged(@JsonIgnore String type, PostData post, ThreadReference thread, PersonReference by,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean decided) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
