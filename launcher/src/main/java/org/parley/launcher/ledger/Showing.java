package org.parley.launcher.ledger;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Finding.Fault;

/**
 * Compares with what readers see.
 *
 * @param shown whether each mark that was looked for was read through the gateway
 */
record Showing(Map<String, Boolean> shown) {

	Stream<Finding> findings() {
		return this.shown.entrySet()
			.stream()
			.filter((looked) -> !looked.getValue())
			.map((looked) -> new Finding(Fault.LOST, "Reply %s is not shown".formatted(looked.getKey())));
	}

}
