package org.parley.moderation.model;

import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/** The kinds of models that rate texts. */
public enum ModelKind implements LowerCaseName {

	/** A model that only returns scores. */
	MODERATION,
	/** A chat model that answers by a JSON schema. */
	CHAT;

	/** Returns the kind that a policy names. */
	public static ModelKind of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

}
