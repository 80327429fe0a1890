package org.parley.moderation.cases;

import org.parley.moderation.category.ModeratedCategories;
import org.parley.moderation.subject.Signature;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;

/**
 * A person who decides.
 *
 * @param person the person
 * @param categories the categories that they moderate, with the token that they use
 */
record Moderator(Signature person, ModeratedCategories categories) {

	static Moderator of(Caller caller, ModeratedCategories categories) {
		return new Moderator(Signature.of(caller), categories);
	}

	/** Whether they may ban, and give back what others claimed. */
	boolean isAdmin() {
		return authority() == Audience.ADMINS;
	}

	/** The highest role that their token covers. */
	Audience authority() {
		return this.categories.authority();
	}

	boolean is(Signature other) {
		return this.person.id().equals(other.id());
	}

}
