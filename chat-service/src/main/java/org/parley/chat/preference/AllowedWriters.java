package org.parley.chat.preference;

import org.parley.contracts.LowerCaseName;

/** The people who may open a conversation with a person, or write to them. */
enum AllowedWriters implements LowerCaseName {

	EVERYONE,
	/** Only people whom the person follows. */
	FOLLOWING, NOBODY;

}
