package org.parley.webhook.provider.verification;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The signature of a request is refused. */
public final class SignatureRefusedException extends ProblemException {

	private final SignatureRefusal signatureRefusal;

	public SignatureRefusedException(SignatureRefusal signatureRefusal) {
		super(HttpStatus.UNAUTHORIZED, "webhook." + signatureRefusal.word(), signatureRefusal.detail());
		this.signatureRefusal = signatureRefusal;
	}

	public SignatureRefusal refusal() {
		return this.signatureRefusal;
	}

}
