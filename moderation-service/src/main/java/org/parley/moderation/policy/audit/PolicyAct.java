package org.parley.moderation.policy.audit;

import org.parley.contracts.LowerCaseName;

/** An act of a moderator on a policy. */
public enum PolicyAct implements LowerCaseName {

	/** Created a draft. */
	CREATED,
	/** Changed a draft. */
	EDITED,
	/** Deleted a draft. */
	DELETED,
	/** Put a policy in force. */
	ACTIVATED;

}
