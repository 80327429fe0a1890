package org.parley.realtime.room;

import java.util.List;

/**
 * The consecutive events of a room after one offset, up to and including another.
 *
 * @param after the offset before the first
 * @param through the offset of the last
 * @param deliveries the events in order
 */
record DeliveryBatch(long after, long through, List<SocketDelivery> deliveries) {
}
