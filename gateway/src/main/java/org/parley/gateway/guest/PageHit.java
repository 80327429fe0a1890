package org.parley.gateway.guest;

/**
 * A page of a thread that was answered from memory.
 *
 * @param address the reader's address
 * @param userAgent the reader's browser
 */
record PageHit(String threadId, String address, String userAgent) {

	@Override
	public String toString() {
		return "PageHit[threadId=" + this.threadId + "]";
	}

}
