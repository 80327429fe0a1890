package org.parley.launcher.writers;

import java.util.function.Function;
import java.util.function.Predicate;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntryKind;

/**
 * Changes a thread on condition that nobody else has: so a repeat that comes after the
 * change was made is refused, and what the thread is then says whose change it was.
 */
public record ConditionalThreadChange(RetryUntilDefinite insisting) {

	private static final int PRECONDITION_FAILED = 412;

	public void change(DrillThread drillThread, DrillUser drillUser, GatewayClient door, LedgerEntryKind ledgerEntryKind,
			String mark, Step step) {
		var wish = new IdempotentWrite(ledgerEntryKind, mark, drillThread.id(),
				() -> attempt(drillThread, drillUser, door, step),
				(gatewayResponse) -> new LedgerEffect(step.event(), drillThread.id(), version(gatewayResponse)));
		this.insisting.on(wish)
			.filter((gatewayResponse) -> gatewayResponse.status() < 300)
			.ifPresent((gatewayResponse) -> drillThread.is(version(gatewayResponse)));
	}

	private static GatewayResponse attempt(DrillThread drillThread, DrillUser drillUser, GatewayClient door,
			Step step) {
		var condition = "\"%d.\"".formatted(drillThread.version());
		var gatewayResponse = drillUser.ask(door,
				(person) -> step.asking().apply(person.with("If-Match", condition)));
		if (gatewayResponse.status() != PRECONDITION_FAILED) {
			return gatewayResponse;
		}
		var now = drillUser.ask(door, (person) -> person.get("/threads/" + drillThread.id())).is(200);
		if (!step.done().test(now)) {
			drillThread.is(version(now));
		}
		return now.expect(step.done().test(now), "the change to be the one that was asked for");
	}

	private static long version(GatewayResponse gatewayResponse) {
		return gatewayResponse.at("/data/version").asLong(0);
	}

	/**
	 * What shall become of a thread.
	 *
	 * @param event that tells of it
	 * @param asking for it
	 * @param done whether the thread is so
	 */
	public record Step(String event, Function<ApiUser, GatewayResponse> asking, Predicate<GatewayResponse> done) {
	}

}
