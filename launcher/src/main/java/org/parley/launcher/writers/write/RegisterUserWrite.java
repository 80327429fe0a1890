package org.parley.launcher.writers.write;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.writers.DrillForum;
import org.parley.launcher.writers.DrillUser;
import org.parley.launcher.writers.DrillWrite;
import org.parley.launcher.writers.IdempotentWrite;
import org.parley.launcher.writers.RetryUntilDefinite;

/**
 * Registers a user and adds it to the pool. The response is never replayed, so after a
 * repeated request the user signs in.
 */
public record RegisterUserWrite(DrillForum forum, RetryUntilDefinite retry) implements DrillWrite {

	private static final Set<String> ALREADY_DONE = Set.of("idempotency.done", "user.username-taken");

	@Override
	public void write(RandomGenerator random) {
		var mark = this.forum.users().newMark();
		register(mark).map((session) -> DrillUser.registered(this.forum.users().gateway(), mark, session))
			.ifPresent(this.forum.users().members()::release);
	}

	/** Registers a user with this name and returns the session. */
	Optional<GatewayResponse> register(String mark) {
		var guest = this.forum.users().gateway().guest().with("Idempotency-Key", mark);
		var write = new IdempotentWrite(LedgerEntryKind.REGISTRATION, mark, "", () -> attempt(guest, mark),
				(answer) -> new LedgerEffect("user.registered", answer.text("/data/user/id"), 1));
		return this.retry.execute(write).filter((answer) -> answer.status() < 300);
	}

	private static GatewayResponse attempt(ApiUser guest, String mark) {
		var answer = DrillUser.register(guest, mark);
		return ALREADY_DONE.contains(answer.text("/code"))
				? guest.post("/auth/login", Map.of("login", mark, "password", DrillUser.PASSWORD)) : answer;
	}

}
