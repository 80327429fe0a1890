package org.parley.forum.category;

import java.util.Set;

import org.parley.forum.member.Members;
import org.parley.platform.domain.Caller;

import org.springframework.stereotype.Component;

/** Turns callers into members who may write. */
@Component
public class AuthorizedWriters {

	private final Members members;

	private final CategoryAccess categories;

	AuthorizedWriters(Members members, CategoryAccess categories) {
		this.members = members;
		this.categories = categories;
	}

	/**
	 * Returns the caller as a writer.
	 * @throws org.parley.platform.domain.RefusalException 403 {@code member.banned},
	 * {@code member.closed}, {@code member.unverified}
	 */
	public AuthorizedWriter of(Caller caller) {
		return new AuthorizedWriter(this.members.requireWriter(caller), this.categories.rights(caller));
	}

	/**
	 * Returns somebody in whose name a program writes as a writer. No token names their
	 * groups, so they have those of the member.
	 * @throws org.parley.platform.domain.RefusalException as {@link #of}
	 */
	public AuthorizedWriter ofAbsent(Caller caller) {
		var member = this.members.requireWriter(caller);
		var present = new Caller(caller.id(), caller.username(), caller.displayName(), caller.sessionId(),
				caller.roles(), caller.scopes(), Set.copyOf(member.groups()));
		return new AuthorizedWriter(member, this.categories.rights(present));
	}

}
