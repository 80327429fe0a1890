package org.parley.launcher.room;

import java.util.stream.Stream;

import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Ledger;

/** What was found in a room. */
public interface Room {

	/** Where it differs from what was accepted. */
	Stream<Finding> findings(Ledger ledger);

}
