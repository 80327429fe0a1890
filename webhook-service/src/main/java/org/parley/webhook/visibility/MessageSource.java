package org.parley.webhook.visibility;

/** What a message is about. */
public enum MessageSource {

	/** Nothing that has readers. */
	NONE,
	/** A category, thread or post. */
	FORUM,
	/** A public post of the feed, or a comment on one. */
	SOCIAL,
	/** A message in a room that is open to everyone. */
	ROOM,
	/** An account or a moderation case, which administrators may see. */
	STAFF

}
