package org.parley.resilience.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.writers.DrillForum;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.DrillWrite;
import org.parley.resilience.writers.RecordedWrite;
import org.parley.resilience.writers.RetryUntilDefinite;

/**
 * An administrator gives the moderator role to a new user. A repeated request changes
 * nothing.
 */
public record AppointModeratorWrite(DrillForum forum, RetryUntilDefinite retry) implements DrillWrite {

	private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d+)\\..*");

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var admin = this.forum.users().administrators().acquire();
		try {
			new RegisterUserWrite(this.forum, this.retry).register(this.forum.users().newMark())
				.ifPresent((registered) -> appoint(registered.text("/data/user/id"), admin));
		}
		finally {
			this.forum.users().administrators().release(admin);
		}
	}

	private void appoint(String user, DrillUser admin) {
		var write = new RecordedWrite(LedgerEntryKind.ROLE, this.forum.users().newMark(), user,
				() -> admin
					.call((caller) -> caller.put("/admin/users/%s/role".formatted(user), Map.of("role", "moderator"))),
				(gatewayResponse) -> new LedgerEffect("user.role-changed", user, version(gatewayResponse)));
		this.retry.execute(write);
	}

	private static long version(GatewayResponse gatewayResponse) {
		var tag = VERSION.matcher(gatewayResponse.header("ETag"));
		return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
	}

}
