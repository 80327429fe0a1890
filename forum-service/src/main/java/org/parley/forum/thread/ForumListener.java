package org.parley.forum.thread;

import org.parley.forum.category.CategoryTouched;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Hears what the forum itself has said, and makes old what its caches hold of it: whoever
 * made the change has done so already, if they lived long enough.
 */
@Listens(value = "forum_cache", repeatable = true)
class ForumListener {

	private final ApplicationEventPublisher publisher;

	ForumListener(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Hears({ "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.moved", "thread.hidden", "thread.archived", "thread.removed", "thread.restored", "post.created",
			"answer.accepted", "answer.withdrawn", "post.edited", "post.removed", "post.restored",
			"post.status-changed", "votes.changed" })
	void onThread(JsonNode data, EventEnvelope event) {
		this.publisher.publishEvent(new ThreadTouched(event.partitionkey()));
	}

	@Hears({ "category.created", "category.changed", "category.removed" })
	void onCategory(JsonNode data) {
		this.publisher.publishEvent(new CategoryTouched());
	}

}
