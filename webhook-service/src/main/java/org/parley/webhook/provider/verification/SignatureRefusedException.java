package org.parley.webhook.provider.verification;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The signature of a request is refused. */
public final class SignatureRefusedException extends ProblemException {

	private final SignatureRefusal signatureRefusal;

	public SignatureRefusedException(SignatureRefusal signatureRefusal) {
		super(RefusalKind.UNAUTHENTICATED, "webhook." + signatureRefusal.word(), signatureRefusal.detail());
		this.signatureRefusal = signatureRefusal;
	}

	public SignatureRefusal refusal() {
		return this.signatureRefusal;
	}

}
