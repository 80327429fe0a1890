package org.parley.contracts.chat;

import org.parley.contracts.LowerCaseName;

/** The kinds of conversation. */
public enum ConversationKind implements LowerCaseName {

	/** Exactly one for two people. */
	DIRECT,
	/** For people whom its owner invites. */
	GROUP,
	/** Listed, and open to everyone or to the readers of a category. */
	ROOM;

}
