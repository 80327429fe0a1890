package org.parley.moderation.cases;

import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Audience;

/**
 * A caller who moderates categories.
 *
 * @param person the caller
 * @param scope the categories that the caller's token lets them moderate
 */
public record Moderator(AuthorReference person, ModerationScope scope) {

	public static Moderator of(Caller caller, ModerationScope scope) {
		return new Moderator(AuthorReference.of(caller), scope);
	}

	/** Whether the caller can ban accounts and release the claims of others. */
	boolean isAdmin() {
		return authority() == Audience.ADMINS;
	}

	/** The highest role that the caller's token covers. */
	public Audience authority() {
		return this.scope.authority();
	}

	public boolean is(AuthorReference other) {
		return this.person.id().equals(other.id());
	}

}
