package org.parley.launcher.checks;

import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerFinding;

/** What was found in a room. */
public interface ServiceCheck {

	/** Where it differs from what was accepted. */
	Stream<LedgerFinding> findings(Ledger ledger);

}
