package org.parley.chat.message;

import org.parley.contracts.LowerCaseName;

/** Whether a message is shown. */
public enum MessageStatus implements LowerCaseName {

	ACTIVE,
	/** Its author deleted it: a placeholder remains. */
	DELETED,
	/** Moderators removed it: a placeholder remains. */
	REMOVED,
	/** It is accepted and will be stored; no stored message has this status. */
	ACCEPTED;

}
