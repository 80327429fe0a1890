package org.parley.forum.incoming.template;

import java.util.Optional;

import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;

/**
 * Makes a post of what a kind of program sends. A component of this type is a new
 * template: its name becomes a value of the property {@code template} of addresses.
 */
public interface PostTemplate {

	/** The name as it stands in addresses. */
	String name();

	/**
	 * Reads a request.
	 * @param type the type of event that a header names; empty if there is none
	 * @return the post; empty if there is nothing to post
	 * @throws RefusalException 400 if the program sends something else
	 */
	Optional<IncomingText> read(JsonNode body, String type);

}
