package org.parley.moderation.cases;

import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;

/**
 * A person who decides.
 *
 * @param person the person
 * @param categories the categories that they moderate, with the token that they use
 */
record Moderator(AuthorReference person, ModerationScope categories) {

	static Moderator of(Caller caller, ModerationScope categories) {
		return new Moderator(AuthorReference.of(caller), categories);
	}

	/** Whether they may ban, and give back what others claimed. */
	boolean isAdmin() {
		return authority() == Audience.ADMINS;
	}

	/** The highest role that their token covers. */
	Audience authority() {
		return this.categories.authority();
	}

	boolean is(AuthorReference other) {
		return this.person.id().equals(other.id());
	}

}
