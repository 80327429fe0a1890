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

	/** Whether all channels are turned off. */
	public boolean isSilent() {
		return !this.inApp && !this.live && this.mail == MailTiming.NONE && !Boolean.TRUE.equals(this.push);
	}

	ChannelChoice withoutMail() {
		return new ChannelChoice(this.inApp, this.live, MailTiming.NONE, this.push);
	}

}
