package org.parley.notification.news;

/** Decides whether what a mail or a push is about is still relevant when it is sent. */
public interface NewsRelevance {

	/**
	 * Whether a notification exists, is unread, and its user may read it and wants mails
	 * of its kind, whether a post may still be mailed, or whether a ban is not lifted.
	 */
	boolean isMailed(String about);

	/**
	 * Whether a notification exists, is unread, and its user may read it and wants its
	 * kind on devices.
	 */
	boolean isPushed(String about);

}
