package org.parley.notification.following;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much somebody wants to hear. */
enum Level {

	@JsonProperty("following")
	FOLLOWING, @JsonProperty("muted")
	MUTED, @JsonProperty("none")
	NONE

}
