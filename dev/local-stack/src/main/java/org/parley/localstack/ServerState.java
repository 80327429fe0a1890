package org.parley.localstack;

/**
 * The state of a server.
 *
 * @param name {@code mongo}, {@code rabbit} or {@code redis}
 * @param state {@code up}, {@code down}, or {@code external} if it is not managed here
 * @param pid the process id; 0 if it is not a process of this machine
 * @param rssKb resident memory in KiB; 0 if unknown
 */
public record ServerState(String name, String state, long pid, long rssKb) {
}
