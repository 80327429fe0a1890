package org.parley.resilience.writers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.WriteOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class RetryUntilDefiniteTests {

	private static final int NO_RESPONSE = 0;

	private final Ledger ledger = new Ledger();

	private final RetryUntilDefinite retry = new RetryUntilDefinite(this.ledger);

	private final List<Integer> statuses = new ArrayList<>();

	@Test
	void writeInDoubtIsRepeated() {
		this.statuses.addAll(List.of(NO_RESPONSE, 503, 201));
		assertThat(this.retry.execute(write())).isPresent();
		assertThat(this.ledger.entries()).singleElement()
			.returns(WriteOutcome.ACCEPTED, LedgerEntry::outcome)
			.returns(true, LedgerEntry::doubted);
	}

	@ParameterizedTest
	@ValueSource(ints = { NO_RESPONSE, 503, 408 })
	void writeThatIsSentOnceIsUnknownWithoutDefiniteResponse(int status) {
		this.statuses.addAll(List.of(status, 201));
		assertThat(this.retry.executeOnce(write())).isEmpty();
		assertThat(this.ledger.entries()).singleElement().returns(WriteOutcome.UNKNOWN, LedgerEntry::outcome);
		assertThat(this.statuses).containsExactly(201);
	}

	@Test
	void responseToWriteThatIsSentOnceIsDefinite() {
		this.statuses.addAll(List.of(201, 403));
		assertThat(this.retry.executeOnce(write())).isPresent();
		assertThat(this.retry.executeOnce(write())).isPresent();
		assertThat(this.ledger.entries()).extracting(LedgerEntry::outcome)
			.containsExactly(WriteOutcome.ACCEPTED, WriteOutcome.REFUSED);
	}

	/** A write whose responses have the given statuses, one after the other. */
	private RecordedWrite write() {
		return new RecordedWrite(LedgerEntryKind.REPLY, "d-1", "thread", () -> respond(this.statuses.removeFirst()),
				(_) -> new LedgerEffect("post.created", "post", 0));
	}

	private static GatewayResponse respond(int status) {
		if (status == NO_RESPONSE) {
			throw new UncheckedIOException(new IOException("no response"));
		}
		return new GatewayResponse(new GatewayRequest("POST", "/posts", Map.of(), null), status,
				HttpHeaders.of(Map.of(), (_, _) -> true), "{}");
	}

}
