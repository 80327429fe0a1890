package org.parley.resilience.writers.write;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.writers.DrillForum;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.DrillWrite;
import org.parley.resilience.writers.RecordedWrite;
import org.parley.resilience.writers.RetryUntilDefinite;

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
		var write = new RecordedWrite(LedgerEntryKind.REGISTRATION, mark, "", () -> attempt(guest, mark),
				(answer) -> new LedgerEffect("user.registered", answer.text("/data/user/id"), 1));
		return this.retry.execute(write).filter((answer) -> answer.status() < 300);
	}

	private static GatewayResponse attempt(ApiUser guest, String mark) {
		var answer = DrillUser.register(guest, mark);
		return ALREADY_DONE.contains(answer.text("/code"))
				? guest.post("/auth/login", Map.of("login", mark, "password", DrillUser.PASSWORD)) : answer;
	}

}
