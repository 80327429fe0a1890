package org.parley.realtime.room;

import java.util.List;

/**
 * Consecutive events of a room: all after one offset, up to and including another.
 *
 * @param after the offset before the first
 * @param through the offset of the last
 * @param deliveries in their order
 */
record DeliveryBatch(long after, long through, List<SocketDelivery> deliveries) {
}
