package org.parley.auth.account.profile;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.contracts.account.AccountData;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers other services that have not received the events of an account. The gateway
 * does not route {@code /internal}.
 */
@Hidden
@RestController
class NamedAccountController {

	private final Users users;

	NamedAccountController(Users users) {
		this.users = users;
	}

	@PostMapping("/internal/accounts")
	Data<List<NamedAccount>> find(@Valid @RequestBody Names names) {
		return new Data<>(this.users.findByUsernames(names.usernames())
			.stream()
			.filter((user) -> !user.awaitsApproval())
			.map(NamedAccount::of)
			.toList());
	}

	/**
	 * The question.
	 *
	 * @param usernames any case
	 */
	record Names(@NotNull @Size(max = 200, message = "must have at most 200 names") List<@NotNull String> usernames) {
	}

	/** An account as in the events about it. */
	record NamedAccount(AccountData user, long version) {

		static NamedAccount of(User user) {
			return new NamedAccount(user.portrait(), user.version());
		}

	}

}
