package org.parley.resilience.drill;

import java.time.Duration;

import org.parley.resilience.ledger.check.LedgerVerdict;

/**
 * The result of a drill.
 *
 * @param drill the drill
 * @param verdict the result of the checks
 * @param faults number of injected faults
 * @param restarts number of restarted processes
 * @param took time from the first write until all work was done
 */
record DrillResult(Drill drill, LedgerVerdict verdict, int faults, int restarts, Duration took) {
}
