package org.parley.launcher.ledger.check;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.LedgerFinding.Fault;

/**
 * Compares with what readers see.
 *
 * @param shown whether each mark that was looked for was read through the gateway
 */
record ReaderViewCheck(Map<String, Boolean> shown) {

	Stream<LedgerFinding> findings() {
		return this.shown.entrySet()
			.stream()
			.filter((looked) -> !looked.getValue())
			.map((looked) -> new LedgerFinding(Fault.LOST, "Reply %s is not shown".formatted(looked.getKey())));
	}

}
