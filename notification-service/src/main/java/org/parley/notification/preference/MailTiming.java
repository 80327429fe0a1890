package org.parley.notification.preference;

import org.parley.contracts.LowerCaseName;

/** When notifications are mailed. */
public enum MailTiming implements LowerCaseName {

	NONE, NOW, DAILY, WEEKLY;

	/** Whether they wait for a digest. */
	public boolean isDigest() {
		return this == DAILY || this == WEEKLY;
	}

}
