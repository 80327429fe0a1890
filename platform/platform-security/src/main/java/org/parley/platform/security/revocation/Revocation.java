package org.parley.platform.security.revocation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A revocation of access tokens: those of a session, or those of a person below a
 * version.
 *
 * @param sid the session, or null
 * @param userId the person, or null
 * @param ver the lowest valid version of the person's tokens, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Revocation(@Nullable String sid, @Nullable String userId, @Nullable Long ver) {

	/**
	 * Reads the data of a revoking event. The end of a session names the session; all
	 * other events name a person and the lowest version.
	 */
	public static Revocation of(JsonNode data) {
		if (data.hasNonNull("sessionId")) {
			return new Revocation(data.path("sessionId").asString(), null, null);
		}
		var person = data.has("userId") ? data.path("userId") : data.at("/user/id");
		return new Revocation(null, person.asString(""), data.path("tokenVersion").asLong(0));
	}

}
