package org.parley.platform.test.trace;

import java.util.Map;

/**
 * A span that a process has exported.
 *
 * @param service the name of the process' application
 * @param name the operation
 * @param kind SERVER, CLIENT, PRODUCER, CONSUMER or INTERNAL
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param parentId 16 hex digits; empty for the first span
 * @param failed whether its status is an error
 */
public record ReceivedSpan(String service, String name, String kind, String traceId, String spanId, String parentId,
		boolean failed, Map<String, String> attributes) {

	/** Whether this span continues another one. */
	public boolean isChildOf(ReceivedSpan parent) {
		return this.traceId.equals(parent.traceId()) && this.parentId.equals(parent.spanId());
	}

}
