package org.parley.forum.incoming;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A new address, whose path and secret are shown only once.
 *
 * @param path the path on this site, with the secret token
 * @param secret the secret of signatures; null if requests need none
 */
record NewIncomingAddress(@JsonUnwrapped IncomingAddressView address, String path, @Nullable String secret) {

	@Override
	public String toString() {
		return "NewIncomingAddress[" + this.address + "]";
	}
}
