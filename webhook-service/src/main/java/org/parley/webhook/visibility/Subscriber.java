package org.parley.webhook.visibility;

import java.util.Collections;
import java.util.Set;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

/**
 * An active subscription to a type of message.
 *
 * @param owner the id of the owner
 * @param limit whose rights its messages need at most
 * @param categories ids of the categories that it is limited to; empty for all
 * @param tags the keys of the tags that it is limited to; empty for all
 */
public record Subscriber(String id, String owner, Audience limit, Set<String> categories, Set<String> tags) {

	/** The rights of its owner, as far as it uses them. */
	public Rights limited(Rights rights) {
		return limited(rights, this.limit);
	}

	static Rights limited(Rights rights, Audience limit) {
		return rights.everywhere().includes(limit) ? new Rights(limit, rights.groups(), rights.moderated()) : rights;
	}

	/** Whether it is limited to some tags. */
	public boolean isTagged() {
		return !this.tags.isEmpty();
	}

	/** Whether the filters let a message pass; they concern the forum only. */
	public boolean wants(MessageSubject subject) {
		return subject.category() == null
				|| ((this.categories.isEmpty() || this.categories.contains(subject.category()))
						&& (this.tags.isEmpty() || !Collections.disjoint(this.tags, subject.tags())));
	}
}
