package org.parley.auth.signin.verification;

import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

/** Opens accounts that wait for the verification of their address. */
public interface HeldAccounts {

	/**
	 * Opens the account that waits for a link. Part of the caller's transaction.
	 * @return whether there is one
	 * @throws RefusalException when the newcomer may no longer register
	 */
	boolean open(String token, ClientDevice clientDevice);

}
