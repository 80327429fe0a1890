package org.parley.launcher.drill;

/**
 * A fault with a name.
 *
 * @param name on the command line
 * @param what it does, for a table
 * @param fault that strikes
 */
record Drill(String name, String what, Fault fault) {
}
