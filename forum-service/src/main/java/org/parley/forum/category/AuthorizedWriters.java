package org.parley.forum.category;

import org.parley.forum.member.Members;
import org.parley.platform.security.Caller;

import org.springframework.stereotype.Component;

/** Those who write: every change begins here. */
@Component
public class AuthorizedWriters {

	private final Members members;

	private final CategoryAccess categories;

	AuthorizedWriters(Members members, CategoryAccess categories) {
		this.members = members;
		this.categories = categories;
	}

	/**
	 * The caller as a writer.
	 * @throws org.parley.platform.web.problem.ProblemException 403 {@code member.banned},
	 * {@code member.unverified}
	 */
	public AuthorizedWriter of(Caller caller) {
		return new AuthorizedWriter(this.members.writing(caller), this.categories.rights(caller));
	}

}
