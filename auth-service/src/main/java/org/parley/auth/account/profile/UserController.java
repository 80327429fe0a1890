package org.parley.auth.account.profile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.profile.UserProfileRequest;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.media.MediaAddresses;
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

	UserController(Users users, ChangeProfile changeProfile, MediaAddresses addresses) {
		this.users = users;
		this.changeProfile = changeProfile;
		this.addresses = addresses;
	}

	@GetMapping("/me")
	@Operation(summary = "Read your account")
	ResponseEntity<Data<AccountView>> me(Caller caller) {
		return answer(user(caller));
	}

	@PatchMapping("/me")
	@Operation(summary = "Change your profile; absent properties stay")
	ResponseEntity<Data<AccountView>> change(Caller caller, IfMatch ifMatch,
			@Valid @RequestBody UserProfileRequest change) {
		return answer(this.changeProfile.change(change, ifMatch, caller));
	}

	@GetMapping("/{username}")
	@Operation(summary = "Read the public profile of a user")
	ResponseEntity<Data<PublicProfile>> profile(@PathVariable String username) {
		var user = this.users.findByUsername(username).orElseThrow(UserController::notFound);
		return EntityTagResponses.of(user.version(), PublicProfile.of(user, this.addresses));
	}

	private User user(Caller caller) {
		return this.users.findById(caller.id()).orElseThrow(UserController::notFound);
	}

	private static RefusalException notFound() {
		return RefusalException.notFound("user.not-found", "No user has this name.");
	}

	private ResponseEntity<Data<AccountView>> answer(User user) {
		return EntityTagResponses.of(user.version(), AccountView.of(user, this.addresses));
	}

}
