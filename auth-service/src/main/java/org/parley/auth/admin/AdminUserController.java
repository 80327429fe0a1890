package org.parley.auth.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.parley.auth.client.Client;
import org.parley.auth.user.Role;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Answers;
import org.parley.platform.web.Data;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/users")
@Tag(name = "Administration")
class AdminUserController {

	private final Listing listing;

	private final RoleChanging roleChanging;

	AdminUserController(Listing listing, RoleChanging roleChanging) {
		this.listing = listing;
		this.roleChanging = roleChanging;
	}

	@GetMapping
	@Operation(summary = "Accounts by name, or by address")
	ResponseEntity<Paged<ListedUser>> list(@Valid @ParameterObject UserQuery wish) {
		return Answers.of(this.listing.list(wish));
	}

	@PutMapping("/{id}/role")
	@Operation(summary = "Give somebody a role; their access tokens end, their sessions stay")
	ResponseEntity<Data<ListedUser>> changeRole(@PathVariable String id, @Valid @RequestBody RoleChange change,
			Caller caller, Client client) {
		var user = this.roleChanging.change(id, Role.of(change.role()), caller, client);
		return Answers.of(user.version(), ListedUser.of(user));
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
