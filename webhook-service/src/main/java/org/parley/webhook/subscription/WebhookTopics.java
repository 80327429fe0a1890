package org.parley.webhook.subscription;

import java.util.Set;

/** What may be subscribed to: what happens to what everybody may read. */
final class WebhookTopics {

	static final Set<String> ALL = Set.of("thread.created", "thread.edited", "thread.locked", "thread.unlocked",
			"thread.archived", "thread.moved", "thread.split", "thread.merged", "thread.removed", "thread.restored",
			"post.created", "post.edited", "post.moved", "post.removed", "post.restored");

	private WebhookTopics() {
	}

}
