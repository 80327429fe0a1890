package org.parley.gateway.guest;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Everything on which the answer to a guest's read depends. The address is compared as it
 * was sent, so no two requests share an answer because of a difference in parsing.
 *
 * @param address the raw path and query; for a page after the scheme and the host, which
 * pages contain
 * @param language the language of a page; null for the API
 * @param gzip whether the client accepts a compressed answer
 */
record GuestRequest(String address, @Nullable String language, boolean gzip) {

	boolean isPage() {
		return this.language != null;
	}

	/** The format of the answer, which all such requests accept. */
	MediaType type() {
		return isPage() ? MediaType.TEXT_HTML : MediaType.APPLICATION_JSON;
	}

	/** The approximate memory of this key and its entry, in bytes. */
	int size() {
		return 512 + 2 * this.address.length();
	}

}
