package org.parley.moderation.cases;

import org.parley.moderation.subject.Signature;
import org.parley.platform.security.Caller;

/**
 * Who decides.
 *
 * @param person who it is
 * @param admin whether they may ban, with the token that they use
 */
record Moderator(Signature person, boolean admin) {

	static Moderator of(Caller caller) {
		return new Moderator(Signature.of(caller), caller.isAdmin());
	}

	boolean is(Signature other) {
		return this.person.id().equals(other.id());
	}

}
