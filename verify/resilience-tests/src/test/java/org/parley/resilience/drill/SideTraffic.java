package org.parley.resilience.drill;

import java.util.List;

import org.parley.resilience.ledger.LedgerFinding;

/** People who use a part of Parley that the writers of the drills do not use. */
public interface SideTraffic {

	void start();

	/** Stops and waits until each person has the last response. */
	void stop() throws InterruptedException;

	/** Waits until everything that follows is done, and checks it. */
	List<LedgerFinding> findings();

}
