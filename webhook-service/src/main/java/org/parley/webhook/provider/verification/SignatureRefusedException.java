package org.parley.webhook.provider.verification;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The signature of a request is refused. */
public final class SignatureRefusedException extends RefusalException {

	private final SignatureRefusal signatureRefusal;

	public SignatureRefusedException(SignatureRefusal signatureRefusal) {
		super(RefusalKind.UNAUTHENTICATED, "webhook." + signatureRefusal.word(), signatureRefusal.detail());
		this.signatureRefusal = signatureRefusal;
	}

	public SignatureRefusal refusal() {
		return this.signatureRefusal;
	}

}
