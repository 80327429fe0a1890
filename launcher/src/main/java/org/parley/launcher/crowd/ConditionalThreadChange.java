package org.parley.launcher.crowd;

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
record ConditionalThreadChange(RetryUntilDefinite insisting) {

	private static final int PRECONDITION_FAILED = 412;

	void change(CrowdThread crowdThread, CrowdMember crowdMember, GatewayClient door, LedgerEntryKind ledgerEntryKind,
			String mark, Step step) {
		var wish = new IdempotentWrite(ledgerEntryKind, mark, crowdThread.id(),
				() -> attempt(crowdThread, crowdMember, door, step),
				(gatewayResponse) -> new LedgerEffect(step.event(), crowdThread.id(), version(gatewayResponse)));
		this.insisting.on(wish)
			.filter((gatewayResponse) -> gatewayResponse.status() < 300)
			.ifPresent((gatewayResponse) -> crowdThread.is(version(gatewayResponse)));
	}

	private static GatewayResponse attempt(CrowdThread crowdThread, CrowdMember crowdMember, GatewayClient door,
			Step step) {
		var condition = "\"%d.\"".formatted(crowdThread.version());
		var gatewayResponse = crowdMember.ask(door,
				(person) -> step.asking().apply(person.with("If-Match", condition)));
		if (gatewayResponse.status() != PRECONDITION_FAILED) {
			return gatewayResponse;
		}
		var now = crowdMember.ask(door, (person) -> person.get("/threads/" + crowdThread.id())).is(200);
		if (!step.done().test(now)) {
			crowdThread.is(version(now));
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
	record Step(String event, Function<ApiUser, GatewayResponse> asking, Predicate<GatewayResponse> done) {
	}

}
