package org.parley.forum.member;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The member must verify their email address before writing. */
final class MemberUnverifiedException extends ProblemException {

	MemberUnverifiedException() {
		super(HttpStatus.FORBIDDEN, "member.unverified",
				"Verify your email address before you post. Open the link in the email that we sent you.");
	}

}
