package org.parley.forum.vote;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** Members cannot vote on their own threads and posts. */
final class OwnVoteException extends RefusalException {

	OwnVoteException() {
		super(RefusalKind.FORBIDDEN, "vote.own", "You cannot vote on your own threads and posts.");
	}

}
