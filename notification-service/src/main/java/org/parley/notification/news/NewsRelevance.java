package org.parley.notification.news;

/** Decides whether what a mail or a push is about is still relevant when it is sent. */
@FunctionalInterface
public interface NewsRelevance {

	/**
	 * Whether a notification exists, is unread, and its user may read it, whether a post
	 * may still be mailed, or whether a ban is not lifted.
	 */
	boolean isRelevant(String about);

}
