package org.parley.auth.signin.admission.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows moderators who invited whom. */
@RestController
@Tag(name = "Users")
class InvitationTreeController {

	private static final int PAGE = 100;

	private static final int HEIGHT = 50;

	private final Users users;

	InvitationTreeController(Users users) {
		this.users = users;
	}

	@GetMapping("/api/v1/users/{username}/invited")
	@SecurityRequirement(name = "bearer")
	@Operation(summary = "Show by whom a user was invited, up to the first, and whom they have invited themselves")
	ResponseEntity<Data<InvitationBranch>> show(@PathVariable String username,
			@Valid @ParameterObject BranchQuery query) {
		var user = this.users.requireByUsername(username);
		var invited = this.users.findByInvitedByAndIdGreaterThanOrderById(user.id(), query.start(), Limit.of(PAGE + 1));
		var page = invited.stream().limit(PAGE).map(InvitedPerson::of).toList();
		return EntityTagResponses.of(new Data<>(new InvitationBranch(InvitedPerson.of(user), invitersOf(user), page,
				(invited.size() > PAGE) ? page.getLast().id() : null)));
	}

	/** From the nearest on. An erased inviter ends the chain. */
	private List<InvitedPerson> invitersOf(User user) {
		var chain = new ArrayList<InvitedPerson>();
		var seen = new HashSet<String>();
		for (var next = user.invitedBy(); next != null && seen.add(next) && chain.size() < HEIGHT;) {
			var inviter = this.users.findById(next).orElse(null);
			if (inviter != null) {
				chain.add(InvitedPerson.of(inviter));
			}
			next = (inviter != null) ? inviter.invitedBy() : null;
		}
		return chain;
	}

	/**
	 * The part of a branch to show.
	 *
	 * @param after id of the last person on the page before
	 */
	record BranchQuery(@Parameter(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Pattern(
			regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}", message = "must be an id") @Nullable String after) {

		String start() {
			return Objects.requireNonNullElse(this.after, "");
		}

	}

	/**
	 * A user in the tree of invitations.
	 *
	 * @param inviters by whom the user was invited, from the nearest on
	 * @param invited people whom the user has invited, oldest first
	 * @param next id after which the next page begins; null on the last page
	 */
	record InvitationBranch(InvitedPerson user, List<InvitedPerson> inviters, List<InvitedPerson> invited,
			@Nullable String next) {
	}

	/**
	 * A user in the tree.
	 *
	 * @param status {@code active}, {@code banned}, {@code pending} or {@code closed}
	 */
	record InvitedPerson(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
			@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName,
			@Schema(example = "active") String status, Instant createdAt) {

		static InvitedPerson of(User user) {
			return new InvitedPerson(user.id(), user.username(), user.profile().displayName(), user.standing(),
					user.createdAt());
		}

	}

}
