package org.parley.webhook.visibility;

import java.util.Collections;
import java.util.Set;

/**
 * An active subscription to a type of message.
 *
 * @param owner the id of the owner
 * @param categories ids of the categories that it is limited to; empty for all
 * @param tags tags that it is limited to; empty for all
 */
public record Subscriber(String id, String owner, Set<String> categories, Set<String> tags) {

	/** Whether the filters let a message pass; they concern the forum only. */
	public boolean wants(MessageSubject subject) {
		return subject.source() != MessageSource.FORUM
				|| ((this.categories.isEmpty() || this.categories.contains(subject.category()))
						&& (this.tags.isEmpty() || !Collections.disjoint(this.tags, subject.tags())));
	}
}
