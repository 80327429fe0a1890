package org.parley.contracts.forum.post;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadReference;

/**
 * A post was edited or restored.
 *
 * @param type {@code post.edited} or {@code post.restored}
 * @param post the post after the change
 * @param decided whether a moderator's decision or its reversal changed the text
 */
@Publishes({ "post.edited", "post.restored" })
public record PostChanged(@EventType String type, PostData post, ThreadReference thread, PersonReference by,
		@OptionalValue @Nullable Boolean decided) implements PostEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
