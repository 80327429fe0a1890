package org.parley.resilience.drill;

/**
 * A named fault.
 *
 * @param name on the command line
 * @param what description for the table
 * @param fault the fault
 */
record Drill(String name, String what, Fault fault) {
}
