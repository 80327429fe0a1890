package org.parley.resilience.writers;

import java.util.function.Function;
import java.util.function.Predicate;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntryKind;

/**
 * Changes a thread with {@code If-Match}. A repeated request after a successful change is
 * refused; the thread's state then shows whether the change was made.
 */
public record ConditionalThreadChange(RetryUntilDefinite retry) {

	private static final int PRECONDITION_FAILED = 412;

	/**
	 * Makes a change.
	 * @return whether it was accepted
	 */
	public boolean change(DrillThread drillThread, DrillUser drillUser, GatewayClient client,
			LedgerEntryKind ledgerEntryKind, String mark, Step step) {
		var write = new RecordedWrite(ledgerEntryKind, mark, drillThread.id(),
				() -> attempt(drillThread, drillUser, client, step),
				(gatewayResponse) -> new LedgerEffect(step.event(), drillThread.id(), version(gatewayResponse)));
		var accepted = this.retry.execute(write).filter((gatewayResponse) -> gatewayResponse.status() < 300);
		accepted.ifPresent((gatewayResponse) -> drillThread.setVersion(version(gatewayResponse)));
		return accepted.isPresent();
	}

	private static GatewayResponse attempt(DrillThread drillThread, DrillUser drillUser, GatewayClient client,
			Step step) {
		var condition = "\"%d.\"".formatted(drillThread.version());
		var gatewayResponse = drillUser.call(client,
				(person) -> step.request().apply(person.with("If-Match", condition)));
		if (gatewayResponse.status() != PRECONDITION_FAILED) {
			return gatewayResponse;
		}
		var now = drillUser.call(client, (user) -> user.get("/threads/" + drillThread.id())).is(200);
		if (!step.done().test(now)) {
			drillThread.setVersion(version(now));
		}
		return now.expect(step.done().test(now), "the requested change");
	}

	private static long version(GatewayResponse gatewayResponse) {
		return gatewayResponse.at("/data/version").asLong(0);
	}

	/**
	 * A change of a thread.
	 *
	 * @param event type of the resulting event
	 * @param request sends the request
	 * @param done checks whether the thread has the change
	 */
	public record Step(String event, Function<ApiUser, GatewayResponse> request, Predicate<GatewayResponse> done) {
	}

}
