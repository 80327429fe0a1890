package org.parley.notification.preference;

/**
 * The channels for a kind of notification.
 *
 * @param inApp whether it is listed
 * @param live whether it is announced live
 * @param mail when it is mailed
 */
public record ChannelChoice(boolean inApp, boolean live, MailTiming mail) {

	/** Whether all channels are turned off. */
	public boolean isSilent() {
		return !this.inApp && !this.live && this.mail == MailTiming.NONE;
	}

	ChannelChoice withoutMail() {
		return new ChannelChoice(this.inApp, this.live, MailTiming.NONE);
	}

}
