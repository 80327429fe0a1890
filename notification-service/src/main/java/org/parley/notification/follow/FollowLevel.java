package org.parley.notification.follow;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a user follows or mutes a target. */
enum FollowLevel {

	@JsonProperty("following")
	FOLLOWING, @JsonProperty("muted")
	MUTED, @JsonProperty("none")
	NONE

}
