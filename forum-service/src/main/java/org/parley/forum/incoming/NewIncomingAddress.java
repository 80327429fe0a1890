package org.parley.forum.incoming;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A new address, whose path is shown only once.
 *
 * @param path the path on this site, with the secret token
 */
record NewIncomingAddress(@JsonUnwrapped IncomingAddressView address, String path) {

	@Override
	public String toString() {
		return "NewIncomingAddress[" + this.address + "]";
	}
}
