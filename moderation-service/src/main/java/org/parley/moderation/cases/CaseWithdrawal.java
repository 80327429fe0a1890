package org.parley.moderation.cases;

import org.parley.contracts.LowerCaseName;

/** Why a case no longer needs a decision. */
public enum CaseWithdrawal implements LowerCaseName {

	/** The post was removed; restoring the post reopens the case. */
	POST_REMOVED,
	/** The thread was removed; restoring the thread reopens the case. */
	THREAD_REMOVED,
	/** The author edited the post, and the new content is clean. */
	EDITED

}
