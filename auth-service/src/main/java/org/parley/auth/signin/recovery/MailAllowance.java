package org.parley.auth.signin.recovery;

import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceRegistry;
import org.parley.auth.user.mailtoken.MailThrottle;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.platform.domain.Sha256;

import org.springframework.stereotype.Component;

/** Limits the mails that people who are not signed in request for an account. */
@Component
public class MailAllowance {

	private final MailThrottle mailThrottle;

	private final DeviceRegistry deviceRegistry;

	MailAllowance(MailThrottle mailThrottle, DeviceRegistry deviceRegistry) {
		this.mailThrottle = mailThrottle;
		this.deviceRegistry = deviceRegistry;
	}

	/**
	 * Counts a mail if the limit allows it. Devices of the owner have a count of their
	 * own, which strangers cannot exhaust. Part of the caller's transaction.
	 * @return whether the mail may be sent
	 */
	public boolean take(MailTokenPurpose purpose, String owner, ClientDevice clientDevice) {
		var origin = this.deviceRegistry.origin(owner, clientDevice);
		return origin.equals(clientDevice.network()) ? this.mailThrottle.acquireForStranger(purpose, owner, origin)
				: this.mailThrottle.acquire(purpose, owner + ":" + Sha256.hex(origin)).isZero();
	}

}
