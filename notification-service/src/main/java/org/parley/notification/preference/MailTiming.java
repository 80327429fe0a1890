package org.parley.notification.preference;

import org.parley.contracts.LowerCaseName;

/** When notifications are mailed. */
public enum MailTiming implements LowerCaseName {

	NONE, NOW, DAILY, WEEKLY;

}
