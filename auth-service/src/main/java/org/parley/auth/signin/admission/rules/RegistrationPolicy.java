package org.parley.auth.signin.admission.rules;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The rules of registration in force, a singleton. */
@Document("registration_policy")
class RegistrationPolicy {

	static final String ID = "registration";

	@Id
	private final String id;

	private RegistrationRules rules;

	@Version
	private @Nullable Long version;

	RegistrationPolicy(String id, RegistrationRules rules) {
		this.id = id;
		this.rules = rules;
	}

	static RegistrationPolicy initial() {
		return new RegistrationPolicy(ID, RegistrationRules.DEFAULT);
	}

	void replace(RegistrationRules changed) {
		this.rules = changed;
	}

	RegistrationRules rules() {
		return this.rules;
	}

	/** Grows with every change; 0 before the first. */
	long version() {
		return (this.version != null) ? this.version + 1 : 0;
	}

	@Override
	public String toString() {
		return "RegistrationPolicy[%s, %s]".formatted(this.id, this.rules.mode());
	}

}
