package org.parley.launcher.bench;

/**
 * A server of the measured system.
 *
 * @param name as a person knows it
 * @param pid of its process; the children are counted with it
 */
public record ServerProcess(String name, long pid) {
}
