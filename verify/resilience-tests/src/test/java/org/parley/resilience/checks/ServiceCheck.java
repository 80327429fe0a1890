package org.parley.resilience.checks;

import java.util.stream.Stream;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;

/** A check of a service that consumes the forum's events. */
public interface ServiceCheck {

	/** Returns the differences from the accepted writes. */
	Stream<LedgerFinding> findings(Ledger ledger);

}
