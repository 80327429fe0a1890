package org.parley.forum.category;

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
	 * {@code member.unverified}
	 */
	public AuthorizedWriter of(Caller caller) {
		return new AuthorizedWriter(this.members.requireWriter(caller), this.categories.rights(caller));
	}

}
