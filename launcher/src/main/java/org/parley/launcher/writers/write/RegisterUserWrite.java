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
 * Somebody opens an account and joins the crowd. Its answer is never given twice, so who
 * hears that it was done before signs in.
 */
public record RegisterUserWrite(DrillForum forum, RetryUntilDefinite insisting) implements DrillWrite {

	private static final Set<String> DONE = Set.of("idempotency.done", "user.username-taken");

	@Override
	public void write(RandomGenerator random) {
		var mark = this.forum.cast().mark();
		register(mark).map((session) -> DrillUser.registered(this.forum.cast().gateway(), mark, session))
			.ifPresent(this.forum.cast().users()::join);
	}

	/** Gives the session of somebody with this name. */
	Optional<GatewayResponse> register(String mark) {
		var guest = this.forum.cast().gateway().guest().with("Idempotency-Key", mark);
		var wish = new IdempotentWrite(LedgerEntryKind.REGISTRATION, mark, "", () -> attempt(guest, mark),
				(answer) -> new LedgerEffect("user.registered", answer.text("/data/user/id"), 1));
		return this.insisting.on(wish).filter((answer) -> answer.status() < 300);
	}

	private static GatewayResponse attempt(ApiUser guest, String mark) {
		var answer = DrillUser.register(guest, mark);
		return DONE.contains(answer.text("/code"))
				? guest.post("/auth/login", Map.of("login", mark, "password", DrillUser.PASSWORD)) : answer;
	}

}
