package org.parley.auth.account.admin;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.account.ban.BanUser;
import org.parley.auth.signin.verification.VerifyEmail;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.user.Role;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.event.UserReference;
import org.parley.platform.security.Caller;
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

/** Accounts, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/users")
@Tag(name = "Administration")
class AdminUserController {

	private final UserDirectory userDirectory;

	private final ChangeRole roleChanging;

	private final BanUser banUser;

	private final VerifyEmail verifying;

	private final EndSessions sessions;

	AdminUserController(UserDirectory userDirectory, ChangeRole roleChanging, BanUser banUser, VerifyEmail verifying,
			EndSessions sessions) {
		this.userDirectory = userDirectory;
		this.roleChanging = roleChanging;
		this.banUser = banUser;
		this.verifying = verifying;
		this.sessions = sessions;
	}

	@GetMapping
	@Operation(summary = "Accounts by name, or by address")
	ResponseEntity<Paged<UserAdminView>> list(@Valid @ParameterObject UserQuery wish) {
		return EntityTagResponses.of(this.userDirectory.list(wish));
	}

	@PutMapping("/{id}/role")
	@Operation(summary = "Give somebody a role; their access tokens end, their sessions stay")
	ResponseEntity<Data<UserAdminView>> changeRole(@PathVariable String id, @Valid @RequestBody RoleChange change,
			Caller caller, ClientDevice clientDevice) {
		var user = this.roleChanging.change(id, Role.of(change.role()), caller, clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/ban")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Ban somebody, for a while or for good; all their sessions end")
	ResponseEntity<Data<UserAdminView>> ban(@PathVariable String id, @Valid @RequestBody BanWish wish, Caller caller,
			ClientDevice clientDevice) {
		var user = this.banUser.ban(id, wish.reason().strip(), wish.until(), person(caller), clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/unban")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Let somebody in again")
	ResponseEntity<Data<UserAdminView>> unban(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		var user = this.banUser.unban(id, person(caller), clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/verify")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Take somebody's mail address as theirs, for who cannot be reached by mail")
	ResponseEntity<Data<UserAdminView>> verify(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		var user = this.verifying.vouch(id, caller, clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/logout")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Sign somebody out everywhere; personal tokens end, too")
	void logout(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.sessions.everywhere(id, caller, clientDevice);
	}

	private static UserReference person(Caller caller) {
		return new UserReference(caller.id(), caller.username(), caller.displayName());
	}

	/**
	 * Why and how long somebody shall be shut out.
	 *
	 * @param reason told to the person too
	 * @param until when it ends by itself; absent, it does not
	 */
	@Schema(name = "Ban")
	record BanWish(
			@Schema(example = "Advertising, again.") @NotNull(message = "is required") @Size(min = 1, max = 500,
					message = "must have 1 to 500 characters") @Pattern(
							regexp = "(?=[\\s\\S]*\\S)[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*",
							message = "must be text, not blank") String reason,
			@Schema(example = "2026-12-01T00:00:00Z") @Nullable Instant until) {
	}

	/**
	 * The role that somebody shall have.
	 *
	 * @param role each includes those before it
	 */
	record RoleChange(@Schema(example = "moderator") @NotNull(message = "is required") @Pattern(
			regexp = "user|moderator|admin", message = "must be user, moderator or admin") String role) {
	}

}
