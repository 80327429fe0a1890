package org.parley.notification.follow;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much somebody wants to hear. */
enum FollowLevel {

	@JsonProperty("following")
	FOLLOWING, @JsonProperty("muted")
	MUTED, @JsonProperty("none")
	NONE

}
