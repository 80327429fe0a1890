package org.parley.bench;

/**
 * A measured process.
 *
 * @param name the name in the table
 * @param pid the process id; child processes are included
 */
public record ServerProcess(String name, long pid) {
}
