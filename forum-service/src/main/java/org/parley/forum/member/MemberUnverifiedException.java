package org.parley.forum.member;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The person may read, and write once their mail address is verified. */
final class MemberUnverifiedException extends ProblemException {

	MemberUnverifiedException() {
		super(HttpStatus.FORBIDDEN, "member.unverified",
				"Who writes here has shown that their mail address is theirs. Follow the link in the mail first.");
	}

}
