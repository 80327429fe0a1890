package org.parley.launcher.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.writers.DrillForum;
import org.parley.launcher.writers.DrillUser;
import org.parley.launcher.writers.DrillWrite;
import org.parley.launcher.writers.IdempotentWrite;
import org.parley.launcher.writers.RetryUntilDefinite;

/**
 * An administrator makes somebody who has just registered a moderator. The same role
 * again changes nothing.
 */
public record AppointModeratorWrite(DrillForum forum, RetryUntilDefinite insisting) implements DrillWrite {

	private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d+)\\..*");

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var admin = this.forum.cast().administrators().next();
		try {
			new RegisterUserWrite(this.forum, this.insisting).register(this.forum.cast().mark())
				.ifPresent((registered) -> appoint(registered.text("/data/user/id"), admin));
		}
		finally {
			this.forum.cast().administrators().join(admin);
		}
	}

	private void appoint(String user, DrillUser admin) {
		var wish = new IdempotentWrite(LedgerEntryKind.ROLE, this.forum.cast().mark(), user,
				() -> admin
					.ask((person) -> person.put("/admin/users/%s/role".formatted(user), Map.of("role", "moderator"))),
				(gatewayResponse) -> new LedgerEffect("user.role-changed", user, version(gatewayResponse)));
		this.insisting.on(wish);
	}

	private static long version(GatewayResponse gatewayResponse) {
		var tag = VERSION.matcher(gatewayResponse.header("ETag"));
		return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
	}

}
