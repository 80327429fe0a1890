package org.parley.launcher.drill;

import java.time.Duration;

import org.parley.launcher.ledger.check.LedgerVerdict;

/**
 * How a drill went.
 *
 * @param drill which one
 * @param verdict what the ledger says
 * @param faults how often something was broken
 * @param restarts how often something had to be started again
 * @param took from the first write until everything had settled
 */
record DrillResult(Drill drill, LedgerVerdict verdict, int faults, int restarts, Duration took) {
}
