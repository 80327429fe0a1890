package org.parley.auth.account.profile;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.profile.UserProfileRequest;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and changes user profiles. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users")
class UserController {

	private final Users users;

	private final ChangeProfile changeProfile;

	private final MediaAddresses addresses;

	private final Markdown markdown;

	UserController(Users users, ChangeProfile changeProfile, MediaAddresses addresses, Markdown markdown) {
		this.users = users;
		this.changeProfile = changeProfile;
		this.addresses = addresses;
		this.markdown = markdown;
	}

	@GetMapping("/me")
	@Operation(summary = "Read your account")
	ResponseEntity<Data<AccountView>> me(Caller caller) {
		return answer(this.users.findById(caller.id()).orElseThrow(Users::notFound), caller);
	}

	@PatchMapping("/me")
	@Operation(summary = "Change your profile; absent properties stay")
	ResponseEntity<Data<AccountView>> change(Caller caller, IfMatch ifMatch,
			@Valid @RequestBody UserProfileRequest change) {
		return answer(this.changeProfile.change(change, ifMatch, caller), caller);
	}

	@GetMapping("/{username}")
	@Operation(summary = "Read the public profile of a user")
	ResponseEntity<Data<PublicProfile>> profile(@PathVariable String username) {
		var user = this.users.findKnown(username).orElseThrow(Users::notFound);
		return EntityTagResponses.of(user.version(), PublicProfile.of(user, this.addresses, this.markdown));
	}

	private ResponseEntity<Data<AccountView>> answer(User user, Caller caller) {
		return EntityTagResponses.of(user.version(), AccountView.of(user, caller, this.addresses));
	}

	/**
	 * An account, as shown to its owner.
	 *
	 * @param email visible to the owner and to administrators; null for an app without
	 * the scope {@code email}
	 * @param emailVerified null where the address is
	 * @param avatarUrl the address of the picture, or null
	 * @param avatarMediaId the id of the medium that is the picture, or null
	 */
	record AccountView(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
			@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
			@Schema(example = "alice@example.org") @Nullable String email, @Nullable Boolean emailVerified,
			@Schema(example = "[\"user\"]") List<String> roles,
			@Schema(example = "Down the *rabbit hole* since 1865.") String bio,
			@Schema(example = "https://example.org/alice.png") @Nullable String avatarUrl,
			@Schema(example = "01KAG6C7D8E9F0G1H2J3K4M5N6") @Nullable String avatarMediaId,
			@Schema(example = "en-GB") String locale, @Schema(example = "Europe/London") String timeZone,
			Instant createdAt) {

		static AccountView of(User user, Caller caller, MediaAddresses addresses) {
			var profile = user.profile();
			var addressed = caller.covers("email");
			return new AccountView(user.id(), user.username(), profile.displayName(), addressed ? user.email() : null,
					addressed ? user.isEmailVerified() : null, user.role().names(), profile.bio(),
					addresses.avatar(profile.avatarPath(), profile.avatarUrl()), profile.avatarMediaId(),
					profile.locale(), profile.timeZone(), user.createdAt());
		}

	}

	/**
	 * A user, as shown to everybody.
	 *
	 * @param bioHtml the bio as sanitized HTML
	 * @param avatarUrl the address of the picture, or null
	 */
	record PublicProfile(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
			@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
			@Schema(example = "[\"user\"]") List<String> roles,
			@Schema(example = "Down the *rabbit hole* since 1865.") String bio,
			@Schema(example = "<p>Down the <em>rabbit hole</em> since 1865.</p>") String bioHtml,
			@Schema(example = "https://example.org/alice.png") @Nullable String avatarUrl, Instant createdAt) {

		static PublicProfile of(User user, MediaAddresses addresses, Markdown markdown) {
			var profile = user.profile();
			return new PublicProfile(user.id(), user.username(), profile.displayName(), user.role().names(),
					profile.bio(), markdown.render(profile.bio()).html(),
					addresses.avatar(profile.avatarPath(), profile.avatarUrl()), user.createdAt());
		}

	}

}
