package org.parley.auth.account.admin;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.auth.account.admin.UserDirectory.UserQuery;
import org.parley.auth.account.ban.BanUser;
import org.parley.auth.signin.verification.VerifyEmail;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.user.Role;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators list accounts and change roles, bans and verification. */
@RestController
@RequestMapping("/api/v1/admin/users")
@Tag(name = "Administration")
class AdminUserController {

	private final UserDirectory userDirectory;

	private final ChangeRole changeRole;

	private final BanUser banUser;

	private final VerifyEmail verifyEmail;

	private final EndSessions endSessions;

	AdminUserController(UserDirectory userDirectory, ChangeRole changeRole, BanUser banUser, VerifyEmail verifyEmail,
			EndSessions endSessions) {
		this.userDirectory = userDirectory;
		this.changeRole = changeRole;
		this.banUser = banUser;
		this.verifyEmail = verifyEmail;
		this.endSessions = endSessions;
	}

	@GetMapping
	@Operation(summary = "List accounts by username or mail address")
	ResponseEntity<Paged<UserAdminView>> list(@Valid @ParameterObject UserQuery query) {
		return EntityTagResponses.of(this.userDirectory.list(query));
	}

	@PutMapping("/{id}/role")
	@Operation(summary = "Change the role of a user; access tokens become invalid, sessions stay")
	ResponseEntity<Data<UserAdminView>> changeRole(@PathVariable String id, @Valid @RequestBody RoleChange change,
			Caller caller, ClientDevice clientDevice) {
		var user = this.changeRole.change(id, Role.of(change.role()), caller, clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/ban")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Ban a user, for a time or permanently; all sessions end")
	ResponseEntity<Data<UserAdminView>> ban(@PathVariable String id, @Valid @RequestBody BanRequest request,
			Caller caller, ClientDevice clientDevice) {
		var user = this.banUser.ban(id, request.reason().strip(), request.until(), reference(caller), clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/unban")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Lift the ban of a user")
	ResponseEntity<Data<UserAdminView>> unban(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		var user = this.banUser.unban(id, reference(caller), clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/verify")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Mark the mail address of a user as verified")
	ResponseEntity<Data<UserAdminView>> verify(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		var user = this.verifyEmail.vouch(id, caller, clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/logout")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Sign a user out everywhere; personal access tokens end, too")
	void logout(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.endSessions.signOutEverywhere(id, caller, clientDevice);
	}

	private static PersonReference reference(Caller caller) {
		return new PersonReference(caller.id(), caller.username(), caller.displayName());
	}

	/**
	 * A request to ban a user.
	 *
	 * @param reason shown to the user, too
	 * @param until when the ban expires; absent for a permanent ban
	 */
	@Schema(name = "Ban")
	record BanRequest(@Schema(example = "Advertising, again.") @NotNull @StorableText(min = 1, max = 500,
			lines = true) String reason, @Schema(example = "2026-12-01T00:00:00Z") @Nullable Instant until) {
	}

	/**
	 * A request to change a role.
	 *
	 * @param role the new role; each includes the ones before it
	 */
	record RoleChange(@Schema(example = "moderator") @NotNull @Pattern(regexp = "user|moderator|admin",
			message = "must be user, moderator or admin") String role) {
	}

}
