package org.parley.webhook.format;

import tools.jackson.databind.JsonNode;

/**
 * The form of messages to a kind of endpoint. A component of this type is a new format:
 * its name becomes a value of the property {@code format} of subscriptions.
 */
public interface MessageFormat {

	/** The name as it stands in subscriptions. */
	String name();

	/**
	 * Returns the body of a message, a JSON value. Texts of users in it are inert: they
	 * mention nobody and have no markup.
	 */
	JsonNode body(Announcement announcement);

}
