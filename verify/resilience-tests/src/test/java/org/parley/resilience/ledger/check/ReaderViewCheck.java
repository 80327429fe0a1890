package org.parley.resilience.ledger.check;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

/**
 * Checks that sampled replies are visible to readers.
 *
 * @param shown for each sampled mark, whether its post was read through the gateway
 */
record ReaderViewCheck(Map<String, Boolean> shown) {

	Stream<LedgerFinding> findings() {
		return this.shown.entrySet()
			.stream()
			.filter((looked) -> !looked.getValue())
			.map((looked) -> new LedgerFinding(Fault.LOST, "Reply %s is not visible".formatted(looked.getKey())));
	}

}
