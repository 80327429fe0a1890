package org.parley.auth.user.revocation;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What gateways ask when they start: all revocations that may still refuse a token. Not
 * routed from outside.
 */
@Hidden
@RestController
class RevocationController {

	private static final int PAGE = 1_000;

	private final StoredRevocations kept;

	RevocationController(StoredRevocations kept) {
		this.kept = kept;
	}

	@GetMapping("/internal/revocations")
	Page list(@RequestParam(defaultValue = "") String after) {
		var found = this.kept.findByIdGreaterThanOrderById(after, Limit.of(PAGE));
		return new Page(found.stream().map(StoredRevocation::revocation).toList(),
				(found.size() == PAGE) ? found.getLast().id() : null);
	}

	/**
	 * Some revocations, the oldest first.
	 *
	 * @param data as they are told through Redis too
	 * @param next what to ask for {@code after}, or null at the end
	 */
	record Page(List<TokenRevocation> data, @Nullable String next) {
	}

}
