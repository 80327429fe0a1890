package org.parley.notification.news;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The readers who may see a social post. */
public enum SocialVisibility {

	/** Everyone; if the account of the author is private, its followers. */
	@JsonProperty("public")
	PUBLIC,
	/** The followers of the author. */
	@JsonProperty("followers")
	FOLLOWERS,
	/** The author. */
	@JsonProperty("private")
	PRIVATE

}
