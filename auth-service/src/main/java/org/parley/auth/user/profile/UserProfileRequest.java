package org.parley.auth.user.profile;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.rule.RuledRequest;
import tools.jackson.databind.JsonNode;

/**
 * A change of a profile; absent properties stay.
 *
 * @param avatarUrl the address of a picture elsewhere, https; empty removes the avatar
 * @param avatarMediaId the id of a medium as picture; null removes the avatar
 */
public record UserProfileRequest(@Schema(example = "Alice Liddell") @ShownName @Nullable String displayName,
		@Schema(example = "Down the *rabbit hole* since 1865.") @StorableText(max = 2000,
				lines = true) @Nullable String bio,
		@Schema(example = "https://example.org/alice.png") @Size(max = 500,
				message = "must have at most 500 characters") @Nullable String avatarUrl,
		@Schema(types = {
				"string", "null" }, example = "01KAG6C7D8E9F0G1H2J3K4M5N6") @Nullable JsonNode avatarMediaId,
		@Schema(example = "en-GB") @Size(max = 35, message = "must have at most 35 characters") @Nullable String locale,
		@Schema(example = "Europe/London") @Size(max = 50,
				message = "must have at most 50 characters") @Nullable String timeZone)
		implements
			RuledRequest{

	@Override
	public List<Runnable> rules() {
		return List.of(RuledRequest.rule(this.avatarUrl, UserProfile::requireAddress),
				RuledRequest.rule(this.locale, UserProfile::localeOf),
				RuledRequest.rule(this.timeZone, UserProfile::timeZone));
	}

	/** Whether it replaces or removes the picture. */
	boolean changesPicture() {
		return this.avatarUrl != null || (this.avatarMediaId != null && !this.avatarMediaId.isMissingNode());
	}

	/**
	 * The id of the medium that becomes the picture.
	 * @throws RefusalException 400 if it is no text, or together with an address
	 */
	public Optional<String> mediaId() {
		if (this.avatarMediaId == null || this.avatarMediaId.isMissingNode()) {
			return Optional.empty();
		}
		if (this.avatarUrl != null) {
			throw RefusalException.field("avatarMediaId", "profile.avatar-twice",
					"must not be together with avatarUrl");
		}
		if (!this.avatarMediaId.isNull() && !this.avatarMediaId.isString()) {
			throw RefusalException.field("avatarMediaId", "request.wrong-type", "must be the id of a medium, or null");
		}
		return this.avatarMediaId.isString() ? Optional.of(this.avatarMediaId.stringValue()) : Optional.empty();
	}

}
