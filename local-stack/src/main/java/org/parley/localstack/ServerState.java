package org.parley.localstack;

/**
 * A server as a person asks about it.
 *
 * @param name {@code mongo}, {@code rabbit} or {@code redis}
 * @param state {@code up}, {@code down}, or {@code external} when it is not ours
 * @param pid 0 when it is no process of this machine
 * @param rssKb resident memory in KiB, 0 when unknown
 */
public record ServerState(String name, String state, long pid, long rssKb) {
}
