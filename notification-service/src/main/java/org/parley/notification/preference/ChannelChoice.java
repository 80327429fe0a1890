package org.parley.notification.preference;

/**
 * By which ways somebody is told things of a kind.
 *
 * @param inApp whether they find them in their list
 * @param live whether they see them at once
 * @param mail when they are written to
 */
public record ChannelChoice(boolean inApp, boolean live, MailTiming mail) {

	/** Whether they want to hear nothing of the kind. */
	public boolean isSilent() {
		return !this.inApp && !this.live && this.mail == MailTiming.NONE;
	}

	ChannelChoice withoutMail() {
		return new ChannelChoice(this.inApp, this.live, MailTiming.NONE);
	}

}
