package org.parley.notification.preference;

import org.jspecify.annotations.Nullable;

/**
 * The channels for a kind of notification.
 *
 * @param inApp whether it is listed
 * @param live whether it is announced live
 * @param push whether it is sent to devices; null for the default of the kind
 */
public record ChannelChoice(boolean inApp, boolean live, MailTiming mail, @Nullable Boolean push) {

	/** Whether it is neither listed nor announced nor mailed. */
	public boolean isSilent() {
		return !this.inApp && !this.live && this.mail == MailTiming.NONE;
	}

	ChannelChoice withoutMail() {
		return new ChannelChoice(this.inApp, this.live, MailTiming.NONE, this.push);
	}

}
