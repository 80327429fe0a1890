package org.parley.auth.user.revocation;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.account.TokenRevocation;

import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the revocations in force for gateways that start. The gateway does not route
 * {@code /internal}.
 */
@Hidden
@RestController
class RevocationController {

	private static final int PAGE = 1_000;

	private final StoredRevocations revocations;

	RevocationController(StoredRevocations revocations) {
		this.revocations = revocations;
	}

	@GetMapping("/internal/revocations")
	Page list(@RequestParam(defaultValue = "") String after) {
		var found = this.revocations.findByIdGreaterThanOrderById(after, Limit.of(PAGE));
		return new Page(found.stream().map(StoredRevocation::revocation).toList(),
				(found.size() == PAGE) ? found.getLast().id() : null);
	}

	/**
	 * A page of revocations, oldest first.
	 *
	 * @param data the revocations, in the form published through Redis
	 * @param next the value of {@code after} for the next page, or null at the end
	 */
	record Page(List<TokenRevocation> data, @Nullable String next) {
	}

}
