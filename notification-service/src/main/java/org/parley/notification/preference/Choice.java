package org.parley.notification.preference;

/**
 * By which ways somebody is told things of a kind.
 *
 * @param inApp whether they find them in their list
 * @param live whether they see them at once
 * @param mail when they are written to
 */
public record Choice(boolean inApp, boolean live, Timing mail) {

	/** Whether they want to hear nothing of the kind. */
	public boolean isSilent() {
		return !this.inApp && !this.live && this.mail == Timing.NONE;
	}

	Choice withoutMail() {
		return new Choice(this.inApp, this.live, Timing.NONE);
	}

}
