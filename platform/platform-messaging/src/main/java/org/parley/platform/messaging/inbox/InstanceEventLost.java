package org.parley.platform.messaging.inbox;

/**
 * An instance could not handle an event of its own queue, because a server was away. It
 * is published within the process, so that the instance can read the present state again.
 *
 * @param queue the name of the queue in the catalogue
 */
public record InstanceEventLost(String queue) {
}
