package org.parley.moderation.policy;

import java.util.List;

import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The policy does not exist, or does not allow the change. */
public final class PolicyRefusedException extends RefusalException {

	private PolicyRefusedException(RefusalKind kind, String code, String detail) {
		super(kind, code, detail);
	}

	private PolicyRefusedException(List<FieldProblem> errors) {
		super(RefusalKind.INVALID, "request.invalid", "The request has invalid properties.", errors, null);
	}

	/** The terms contradict themselves or name something unknown. */
	public static PolicyRefusedException invalid(List<FieldProblem> errors) {
		return new PolicyRefusedException(errors);
	}

	public static PolicyRefusedException notFound() {
		return new PolicyRefusedException(RefusalKind.NOT_FOUND, "policy.not-found", "The policy does not exist.");
	}

	static PolicyRefusedException notDraft() {
		return new PolicyRefusedException(RefusalKind.CONFLICT, "policy.not-draft",
				"The policy has been in force and cannot be changed. Create a draft from it.");
	}

	static PolicyRefusedException active() {
		return new PolicyRefusedException(RefusalKind.CONFLICT, "policy.active", "The policy is already in force.");
	}

	/** The terms name something that does not exist any more. */
	public static PolicyRefusedException outdated(String field) {
		return new PolicyRefusedException(RefusalKind.CONFLICT, "policy.outdated",
				"The policy is no longer valid, because of " + field + ". Create a draft from it and correct it.");
	}

}
