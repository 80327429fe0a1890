package org.parley.forum.vote;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** Members cannot vote on their own threads and posts. */
final class OwnVoteException extends ProblemException {

	OwnVoteException() {
		super(RefusalKind.FORBIDDEN, "vote.own", "You cannot vote on your own threads and posts.");
	}

}
